#ifndef GUIDEC_BASE_INTERRUPT_H_
#define GUIDEC_BASE_INTERRUPT_H_

namespace guidec {

// From here on SIGINT, SIGTERM and SIGHUP set a flag instead of ending the program, so that a
// build can end its tools, remove what it staged and leave earlier outputs as they were; another one, half a
// second or more later, ends the program at once. One that whoever started the program had ignored, as nohup
// does, stays ignored.
void CatchInterrupts();

bool Interrupted();

}  // namespace guidec

#endif  // GUIDEC_BASE_INTERRUPT_H_
