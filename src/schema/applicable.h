#ifndef GUIDEC_SCHEMA_APPLICABLE_H_
#define GUIDEC_SCHEMA_APPLICABLE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"
#include "schema/validate.h"

namespace guidec {

// The subschemas that speak about one node, through `$ref` and `if`: what is to be said of it to its author.
class Applicable {
 public:
  explicit Applicable(const Location& place);

  // Calls `get` with each of them, the most specific first, until it returns something that is set.
  template <class Get>
  auto First(const Get& get) const {
    for (const Schema* schema : schemas_) {
      if (auto found = get(*schema)) return found;
    }
    return decltype(get(*schemas_.front()))();
  }

  // The keyword of the most specific one that has it.
  template <class T>
  const T* Keyword(std::optional<T> Schema::*keyword) const {
    return First([&](const Schema& schema) { return schema.*keyword ? &*(schema.*keyword) : nullptr; });
  }
  std::string Text(std::string Schema::*keyword) const;
  std::string Type() const;  // empty where several are allowed

  bool Knows(std::string_view key) const;
  std::vector<std::string> KnownKeys() const;
  // Those of every branch, as if the author had meant another kind of block.
  std::vector<std::string> KeysOfAllBranches() const;

 private:
  void Add(const Schema& schema, const Node& node);

  std::vector<const Schema*> schemas_;
};

}  // namespace guidec

#endif  // GUIDEC_SCHEMA_APPLICABLE_H_
