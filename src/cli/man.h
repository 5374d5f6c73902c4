#ifndef GUIDEC_CLI_MAN_H_
#define GUIDEC_CLI_MAN_H_

#include <string>

namespace guidec {

// guidec(1), in roff's man macros, from the table of commands.
std::string ManPage();

}  // namespace guidec

#endif  // GUIDEC_CLI_MAN_H_
