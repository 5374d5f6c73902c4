#include "base/program.h"

#include <elf.h>
#include <link.h>
#include <sys/auxv.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace guidec {
namespace {

// The build id among the notes of a segment, each of which is padded to four bytes; empty without one.
std::string BuildIdIn(std::string_view notes) {
  constexpr std::string_view kOwner("GNU\0", 4);
  const auto padded = [](std::size_t size) { return (size + 3) & ~std::size_t{3}; };
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::copy_n(notes.data(), sizeof note, reinterpret_cast<char*>(&note));
    notes.remove_prefix(sizeof note);
    const std::size_t size = padded(note.n_namesz) + padded(note.n_descsz);
    if (size > notes.size()) break;
    if (note.n_type == NT_GNU_BUILD_ID && notes.substr(0, note.n_namesz) == kOwner) {
      return std::string(notes.substr(padded(note.n_namesz), note.n_descsz));
    }
    notes.remove_prefix(size);
  }
  return {};
}

int AddBuildId(dl_phdr_info* object, std::size_t /*size*/, void* ids) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader tells where an object lies as a number.
  const auto begin = reinterpret_cast<const char*>(object->dlpi_addr);
  std::string id;
  for (const ElfW(Phdr)* header = object->dlpi_phdr; header != object->dlpi_phdr + object->dlpi_phnum;
       ++header) {
    // The kernel's own page, which comes with the machine and not with the program.
    if (header->p_type == PT_LOAD && header->p_offset == 0 &&
        object->dlpi_addr + header->p_vaddr == ::getauxval(AT_SYSINFO_EHDR)) {
      return 0;
    }
    if (header->p_type == PT_NOTE && id.empty()) {
      id = BuildIdIn({begin + header->p_vaddr, header->p_memsz});
    }
  }
  static_cast<std::vector<std::string>*>(ids)->push_back(std::move(id));
  return 0;
}

}  // namespace

std::string ProgramId() {
  std::vector<std::string> ids;
  ::dl_iterate_phdr(AddBuildId, &ids);
  std::ranges::sort(ids);
  if (ids.empty() || ids.front().empty()) return {};
  std::string all;
  for (const std::string& id : ids) all += id;
  return Sha256(all);
}

}  // namespace guidec
