#ifndef GUIDEC_CLI_MAIN_H_
#define GUIDEC_CLI_MAIN_H_

namespace guidec {

// Runs `guidec COMMAND …` and returns the exit status (cli/command.h).
int Main(int argc, char** argv);

}  // namespace guidec

#endif  // GUIDEC_CLI_MAIN_H_
