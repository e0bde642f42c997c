#include "sim/io/run_record.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/io/read_text_file.h"
#include "sim/io/versions.h"
#include "sim/io/write_json.h"

namespace incursion {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* record_schema = "incursion.batch/1";
constexpr std::size_t most_record_bytes = std::size_t{64} << 20U;

Json description(const std::string& run)
{
    Json json = Json::object();
    std::istringstream lines{run};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t colon = line.find(": ");
        json[line.substr(0, colon)] = colon == std::string::npos ? "" : line.substr(colon + 2);
    }
    return json;
}

std::string description_text(const Json& json)
{
    std::string run;
    for (const auto& [name, value] : json.items())
        run += fmt::format("{}: {}\n", name, value.get<std::string>());
    return run;
}

template <class Map>
Json object_of(const Map& map)
{
    Json json = Json::object();
    for (const auto& [name, value] : map)
        json[name] = value;
    return json;
}

RunRecord to_record(const Json& json)
{
    RunRecord record;
    record.run = description_text(json.at("run"));
    record.shard = {json.at("shard").at("number"), json.at("shard").at("count")};
    for (const Json& airspace : json.at("airspaces"))
        record.airspaces.emplace_back(airspace.at("path"), airspace.at("sha256"));
    const Json& inputs = json.at("inputs");
    record.inputs = inputs.at("count");
    record.failed_inputs = inputs.at("failed");
    record.input_bytes = inputs.at("bytes");
    record.fixes = json.at("fixes");
    record.tracks = json.at("tracks");
    record.visits = json.at("visits");
    record.repeated = json.at("repeated");
    for (const auto& [kind, count] : json.at("dropped").items())
        record.dropped[kind] = count.get<std::int64_t>();
    for (const auto& [key, ns] : json.at("dwell_ns").items())
        record.dwell[key] = Duration{ns.get<std::int64_t>()};
    for (const auto& [name, file] : json.at("tables").items())
        record.tables[name] = file.get<std::string>();
    return record;
}

void add(RunRecord& sum, const RunRecord& part)
{
    sum.inputs += part.inputs;
    sum.failed_inputs += part.failed_inputs;
    sum.input_bytes += part.input_bytes;
    sum.fixes += part.fixes;
    sum.tracks += part.tracks;
    sum.visits += part.visits;
    sum.repeated += part.repeated;
    for (const auto& [kind, count] : part.dropped)
        sum.dropped[kind] += count;
    for (const auto& [key, dwell] : part.dwell)
        sum.dwell[key] += dwell;
}

}  // namespace

std::string run_record_path(const std::string& output)
{
    return output + ".run.json";
}

std::string run_record_json(const RunRecord& record)
{
    const Versions versions = incursion::versions();
    Json airspaces = Json::array();
    for (const auto& [path, sha256] : record.airspaces)
        airspaces.push_back({{"path", path}, {"sha256", sha256}});
    std::map<std::string, std::int64_t> dwell_ns;
    for (const auto& [key, dwell] : record.dwell)
        dwell_ns[key] = dwell.count();
    return json_text(
        {{"schema", record_schema},
         {"incursion", {{"version", versions.incursion}, {"gdal", versions.gdal}, {"proj", versions.proj}}},
         {"run", description(record.run)},
         {"shard", {{"number", record.shard.number}, {"count", record.shard.count}}},
         {"airspaces", std::move(airspaces)},
         {"inputs", {{"count", record.inputs}, {"failed", record.failed_inputs}, {"bytes", record.input_bytes}}},
         {"fixes", record.fixes},
         {"tracks", record.tracks},
         {"visits", record.visits},
         {"repeated", record.repeated},
         {"dropped", object_of(record.dropped)},
         {"dwell_ns", object_of(dwell_ns)},
         {"tables", object_of(record.tables)}});
}

Result<RunRecord> read_run_record(const std::string& path)
{
    const auto text = read_text_file(path, most_record_bytes);
    if (!text)
        return Problem{path + ": " + text.problem()};
    try {
        const Json json = Json::parse(*text);
        if (json.at("schema") == record_schema)
            return to_record(json);
    } catch (const Json::exception&) {
        // Said below: whatever it is, it is no record.
    }
    return Problem{path + ": this is not the record of a batch run of this version of the program"};
}

Result<RunRecord> join_run_records(std::vector<RunRecord>& shards)
{
    std::sort(shards.begin(), shards.end(),
              [](const RunRecord& p, const RunRecord& q) { return p.shard.number < q.shard.number; });
    const RunRecord& first = shards.front();
    for (std::size_t i = 0; i < shards.size(); ++i) {
        if (shards[i].run != first.run || shards[i].airspaces != first.airspaces)
            return Problem{fmt::format("shards {} and {} are of different runs: their records differ in 'run' or "
                                       "'airspaces'",
                                       first.shard.number, shards[i].shard.number)};
        if (shards[i].shard.count != shards.size() || shards[i].shard.number != i + 1)
            return Problem{fmt::format("of {} shards exactly 1 to {} are needed, and {} are given", first.shard.count,
                                       first.shard.count, shards.size())};
    }
    RunRecord whole;
    whole.run = first.run;
    whole.airspaces = first.airspaces;
    for (const RunRecord& shard : shards)
        add(whole, shard);
    return whole;
}

}  // namespace incursion
