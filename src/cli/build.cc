#include "cli/command.h"
namespace guidec {
const CommandSpec build_command = {.name="build",.arguments="",.summary="",.details="",.add_options=[](boost::program_options::options_description&){},.run=[](const boost::program_options::variables_map&, Cli&)->int{return 2;}};
const CommandSpec dump_command = {.name="dump",.arguments="",.summary="",.details="",.add_options=[](boost::program_options::options_description&){},.run=[](const boost::program_options::variables_map&, Cli&)->int{return 2;}};
}
