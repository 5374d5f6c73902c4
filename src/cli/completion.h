#ifndef GUIDEC_CLI_COMPLETION_H_
#define GUIDEC_CLI_COMPLETION_H_

#include <string>

namespace guidec {

// Scripts that complete guidec's command line, from the table of its commands and the rules.
std::string BashCompletion();
std::string ZshCompletion();
std::string FishCompletion();

}  // namespace guidec

#endif  // GUIDEC_CLI_COMPLETION_H_
