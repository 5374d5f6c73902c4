// GUIDEC_SANITIZED is defined where a sanitizer replaces malloc and handles signals itself.
#ifndef GUIDEC_BASE_SANITIZER_H_
#define GUIDEC_BASE_SANITIZER_H_

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define GUIDEC_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define GUIDEC_SANITIZED
#endif
#endif

#endif  // GUIDEC_BASE_SANITIZER_H_
