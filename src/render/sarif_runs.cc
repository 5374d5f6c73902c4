#include "render/sarif_runs.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace guidec {

Json SplitRun(Json run, std::size_t max_results) {
  Json results = std::move(run.at("results"));
  run["results"] = Json::array();
  const std::string category = run.at("automationDetails").at("id").get<std::string>();
  Json runs = Json::array();
  for (std::size_t first = 0; first == 0 || first < results.size(); first += max_results) {
    Json& part = runs.emplace_back(run);
    if (runs.size() > 1) {
      part["automationDetails"]["id"] = fmt::format("{}{}/", category, runs.size());
    }
    for (std::size_t i = first; i < std::min(first + max_results, results.size()); ++i) {
      part["results"].push_back(std::move(results[i]));
    }
  }
  return runs;
}

}  // namespace guidec
