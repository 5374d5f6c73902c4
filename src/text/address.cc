#include "text/address.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace guidec {
namespace {

constexpr std::string_view kForbidden = "<>\"{}|\\^`\x7F";
constexpr std::string_view kDoiResolver = "https://doi.org/";

bool IsHexadecimal(char c) {
  return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

bool MayStandInAddress(char32_t c) {
  if (c <= ' ' || !MayStandInText(c) || c == 0xFFFD) return false;
  if (c < 0x80) return kForbidden.find(static_cast<char>(c)) == std::string_view::npos;
  const int category = u_charType(static_cast<UChar32>(c));
  return category != U_FORMAT_CHAR && category != U_SPACE_SEPARATOR && category != U_LINE_SEPARATOR &&
         category != U_PARAGRAPH_SEPARATOR;
}

constexpr std::string_view kMail = "mailto:";

// Behind `https://` or `http://`; nothing for another address.
std::optional<std::string_view> RestOfPage(std::string_view address) {
  for (const std::string_view opening : {"https://", "http://"}) {
    if (address.starts_with(opening)) return address.substr(opening.size());
  }
  return std::nullopt;
}

std::string_view AuthorityOf(std::string_view rest) {
  return rest.substr(0, rest.find_first_of("/?#"));
}

// Behind `https://`: a host, no `name:password@` before it, and a port in figures behind it (RFC 3986, 3.2.3). A
// host in brackets, `[2001:db8::1]`, holds colons of its own.
bool StartsWithHost(std::string_view rest) {
  const std::string_view authority = AuthorityOf(rest);
  if (authority.empty() || authority.find('@') != std::string_view::npos) return false;
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon == std::string_view::npos) return true;
  const std::string_view port = authority.substr(colon + 1);
  return colon > 0 && port.find_first_not_of("0123456789") == std::string_view::npos;
}

// `%0D%0A` in a mail's address would be a line end in its head.
bool HidesControl(std::string_view text) {
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
    const std::string code = LowerCase(text.substr(at + 1, 2));
    if (code.starts_with('0') || code.starts_with('1') || code == "7f") return true;
  }
  return false;
}

// RFC 6068, sections 4 and 7: of a mail's heads, only some are safe. `bcc` and `attach` are not.
bool HidesHead(std::string_view mail) {
  static constexpr std::array<std::string_view, 6> kSafe = {"to", "cc", "subject", "body", "keywords", "in-reply-to"};
  std::size_t at = mail.find('?');
  while (at != std::string_view::npos) {
    const std::string_view field = mail.substr(at + 1);
    const std::string name = LowerCase(field.substr(0, field.find_first_of("=&")));
    if (!name.empty() && std::ranges::find(kSafe, name) == kSafe.end()) return true;
    at = mail.find('&', at + 1);
  }
  return false;
}

std::string Encoded(std::string_view text, std::string_view also) {
  std::string encoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_code =
        c == '%' && at + 2 < text.size() && IsHexadecimal(text[at + 1]) && IsHexadecimal(text[at + 2]);
    const bool stays = is_code || (c != '%' && static_cast<unsigned char>(c) > ' ' &&
                                   kForbidden.find(c) == std::string_view::npos &&
                                   also.find(c) == std::string_view::npos);
    encoded += stays ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace

bool IsWebAddress(std::string_view address) {
  if (!AllCodePoints(address, MayStandInAddress)) return false;
  if (const auto rest = RestOfPage(address)) return StartsWithHost(*rest);
  return address.starts_with(kMail) && address.size() > kMail.size() && !HidesControl(address) && !HidesHead(address);
}

std::optional<std::string_view> HiddenIn(std::string_view address) {
  const auto rest = RestOfPage(address);
  const bool is_mail = address.starts_with(kMail);
  if (!rest && !is_mail) return std::nullopt;
  if (!AllCodePoints(address, [](char32_t c) { return !IsUnseen(c); })) return "a character that nobody sees";
  if (rest && AuthorityOf(*rest).find('@') != std::string_view::npos) {
    return "a name or a password in front of its host";
  }
  if (is_mail && HidesControl(address)) return "a line end or another control character";
  if (is_mail && HidesHead(address)) return "a recipient or a file that the mail would not show";
  return std::nullopt;
}

std::string EncodedAddress(std::string_view address) {
  return Encoded(address, "");
}

std::string DoiAddress(std::string_view doi) {
  return std::string(kDoiResolver) + Encoded(doi, "#?[]");
}

std::string CitedAddress(std::string_view address) {
  return address.starts_with(kDoiResolver) ? DoiAddress(address.substr(kDoiResolver.size()))
                                           : EncodedAddress(address);
}

}  // namespace guidec
