# What ci/package makes the Debian package of: everything that `cmake --install` installs, as CPack's
# generator DEB packs it.

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/ci/packages-run.txt)
file(STRINGS ${PROJECT_SOURCE_DIR}/ci/packages-run.txt depends REGEX "^[a-z]")
list(TRANSFORM depends REPLACE " .*" "")
list(TRANSFORM depends REPLACE "^nodejs$" "nodejs (>= 18)")
list(JOIN depends ", " CPACK_DEBIAN_PACKAGE_DEPENDS)

# Shared libraries are dpkg-shlibdeps' to find.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
    "fonts-noto-core, fonts-dejavu-core, fonts-droid-fallback, hunspell-dictionary")
set(CPACK_DEBIAN_PACKAGE_SECTION text)

set(GUIDEC_MAINTAINER "guidec maintainers" CACHE STRING
    "Who answers for the package: whoever publishes it adds an address, NAME <ADDRESS>")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${GUIDEC_MAINTAINER})
set(CPACK_PACKAGE_VENDOR "guidec maintainers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compiler and checker for exercise and health guides")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"guidec checks guides written as YAML: every step, hold time, repetition,
cross-reference and quiz answer against the rest of the guide. From the same
sources it makes an EPUB to read, PDF handouts to print and a JSON bundle for
apps.
.
The package brings the Typst compiler that sets the PDFs; it needs no network.")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# Several threads would pack other bytes.
set(CPACK_THREADS 1)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/arrange.cmake)
include(CPack)
