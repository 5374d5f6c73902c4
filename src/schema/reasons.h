#ifndef GUIDEC_SCHEMA_REASONS_H_
#define GUIDEC_SCHEMA_REASONS_H_

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "schema/applicable.h"
#include "schema/validate.h"

namespace guidec {

// Tells an author the violations of one document: under which rule, where and in which words.
class Reasons {
 public:
  void Add(const Violation& violation);

  // In the order of the file.
  std::vector<Fault> Finish() &&;

 private:
  void AddFault(Fault fault);
  void AddUnknownKeys(const Location& place, const Applicable& schemas);

  std::vector<Fault> faults_;
  std::set<std::pair<Span, std::string>> seen_;
};

// For the maker of the file, not the author of its sources: "/files/0/bytes: does not satisfy `minimum`".
std::string Describe(const Violation& violation);

}  // namespace guidec

#endif  // GUIDEC_SCHEMA_REASONS_H_
