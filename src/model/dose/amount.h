// A number with its unit, as a question about one is answered: "30 s", "1-2 min", "12 repetitions".
#ifndef GUIDEC_MODEL_DOSE_AMOUNT_H_
#define GUIDEC_MODEL_DOSE_AMOUNT_H_

#include <string>
#include <string_view>
#include <variant>

#include "model/dose/measure.h"

namespace guidec {

struct Amount {
  int min = 0;  // both ends included; of a duration in seconds
  int max = 0;
  bool is_duration = false;
  std::string unit;  // what is counted; of a duration the unit that a reader writes it in
};

std::variant<Amount, QuantityError> ParseAmount(std::string_view text);

// "30 seconds", "10 to 15 repetitions".
std::string Spell(const Amount& amount);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_AMOUNT_H_
