// Takes yaml-cpp's events rather than its nodes, each of which is several allocations.
#include "syntax/value.h"

#include <sstream>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace guidec {
namespace {

class ValueBuilder : public YAML::EventHandler {
 public:
  Value Take() && { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { Add({}); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { Add({}); }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string& text) override {
    Add({Value::Kind::kScalar, text, {}});
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open_.push_back({Value::Kind::kSequence, {}, {}});
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open_.push_back({Value::Kind::kMapping, {}, {}});
  }
  void OnMapEnd() override { Close(); }

 private:
  void Add(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else {
      open_.back().parts.push_back(std::move(value));
    }
  }
  void Close() {
    Value whole = std::move(open_.back());
    open_.pop_back();
    Add(std::move(whole));
  }

  Value root_;
  std::vector<Value> open_;
};

}  // namespace

Value LoadValue(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  ValueBuilder builder;
  parser.HandleNextDocument(builder);
  return std::move(builder).Take();
}

}  // namespace guidec
