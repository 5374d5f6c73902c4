#ifndef GUIDEC_TEXT_LETTER_CASE_H_
#define GUIDEC_TEXT_LETTER_CASE_H_

namespace guidec {

// Of the letters of ASCII.
inline bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
inline bool IsSmall(char c) {
  return c >= 'a' && c <= 'z';
}

}  // namespace guidec

#endif  // GUIDEC_TEXT_LETTER_CASE_H_
