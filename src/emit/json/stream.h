#ifndef GUIDEC_EMIT_JSON_STREAM_H_
#define GUIDEC_EMIT_JSON_STREAM_H_

#include <string>

#include <nlohmann/json.hpp>

namespace guidec {

// The bundle as NDJSON (https://github.com/ndjson/ndjson-spec): a record a line, by
// schema/stream.schema.json, so that a reader can show the first section before it has the last. Holds
// what the bundle holds and nothing else; the first record is a header, the last counts the others.
std::string StreamOf(const nlohmann::ordered_json& bundle);

}  // namespace guidec

#endif  // GUIDEC_EMIT_JSON_STREAM_H_
