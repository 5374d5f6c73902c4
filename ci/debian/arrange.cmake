# CPack runs this over the installed files before it packs them: Debian wants some elsewhere, or compressed.

set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
set(doc ${share}/doc/guidec)

# Debian's zsh does not look into site-functions.
file(MAKE_DIRECTORY ${share}/zsh/vendor-completions ${share}/lintian/overrides ${doc})
file(RENAME ${share}/zsh/site-functions/_guidec ${share}/zsh/vendor-completions/_guidec)
file(REMOVE_RECURSE ${share}/zsh/site-functions)

file(COPY_FILE ${CMAKE_CURRENT_LIST_DIR}/copyright ${doc}/copyright)
file(COPY_FILE ${CMAKE_CURRENT_LIST_DIR}/lintian-overrides ${share}/lintian/overrides/guidec)
execute_process(
  COMMAND ${CMAKE_CURRENT_LIST_DIR}/changelog ${CMAKE_CURRENT_LIST_DIR}/../../CHANGELOG.md
          "${CPACK_DEBIAN_PACKAGE_MAINTAINER}"
  OUTPUT_FILE ${doc}/changelog COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND gzip -9n ${doc}/changelog ${share}/man/man1/guidec.1 COMMAND_ERROR_IS_FATAL ANY)
