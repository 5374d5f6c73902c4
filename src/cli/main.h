#ifndef GUIDEC_CLI_MAIN_H_
#define GUIDEC_CLI_MAIN_H_

#include <string>
#include <vector>

#include "base/files.h"
#include "cli/command.h"

namespace guidec {

// Runs `guidec COMMAND …` and returns the exit status (cli/command.h).
int Main(int argc, char** argv);

// The same for the words behind `guidec`, on that disk.
int RunWords(const std::vector<std::string>& words, FileSystem& files, Secrets secrets = {});

}  // namespace guidec

#endif  // GUIDEC_CLI_MAIN_H_
