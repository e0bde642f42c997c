#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/io/join_tables.h"
#include "sim/io/run_record.h"
#include "sim/io/table.h"
#include "tools/incursion/batch_summary.h"
#include "tools/incursion/command.h"
#include "tools/incursion/output.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

/// A shard's record and the folder that its tables stand in.
struct ShardOutput {
    std::string visits;
    RunRecord record;

    std::string table(const std::string& name) const
    {
        return (std::filesystem::path{visits}.parent_path() / record.tables.at(name)).string();
    }
};

class MergeCommand : public Command {
public:
    std::string name() const override { return "merge"; }
    std::string summary() const override { return "join the outputs of all shards of a batch run"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    Result<RunRecord> read_shards(std::vector<ShardOutput>& shards) const;
    std::optional<Problem> join(const std::vector<ShardOutput>& shards, RunRecord& whole);
    std::optional<Problem> join_table(const std::string& name, const std::vector<ShardOutput>& shards,
                                      const std::string& path, const std::string& format, RunRecord& whole) const;

    std::vector<std::string> parts_;
    std::string output_, format_, summary_, tracks_, errors_;
    bool overwrite_ = false;
    VerbosityOptions verbosity_;
};

void MergeCommand::setup(CLI::App& app)
{
    app.add_option("VISITS", parts_, "the tables of visits of all shards, each with its .run.json beside it")
        ->required()
        ->type_name("FILE");
    app.add_option("-o,--output", output_, "the table of all visits")->required()->type_name("FILE");
    app.add_option("-f,--format", format_,
                   "csv, jsonl or the name of an OGR driver; where absent, what the name of the output ends in")
        ->type_name("FORMAT");
    app.add_option("--summary", summary_, "join the tables per track and airspace as well")->type_name("FILE");
    app.add_option("--tracks", tracks_, "join the tables per track as well")->type_name("FILE");
    app.add_option("--errors", errors_, "the joined table of errors; OUTPUT.errors.csv where absent")
        ->type_name("FILE");
    app.add_flag("--overwrite", overwrite_, "replace outputs that exist");
    verbosity_.setup(app);
    app.footer(
        "The result is what one run without --shard would have written, byte for byte. Shards may be named in any "
        "order; one that is missing, there twice or of another run is refused.\n"
        "\n"
        "Example\n"
        "  incursion merge visits-1.csv visits-2.csv visits-3.csv -o visits.csv");
}

void MergeCommand::check()
{
    if (output_ == "-")
        throw WrongCall{"a merged run is a file with its record beside it; name it with -o FILE"};
    for (const auto& [path, format] :
         {std::pair{output_, format_}, std::pair{summary_, std::string{}}, std::pair{tracks_, std::string{}}})
        if (!path.empty())
            if (const auto known = table_format_of({path, format, Overwrite::no}); !known)
                throw WrongCall{known.problem()};
    if (errors_.empty())
        errors_ = output_ + ".errors.csv";
}

/// In the order of the shards.
Result<RunRecord> MergeCommand::read_shards(std::vector<ShardOutput>& shards) const
{
    std::vector<RunRecord> records;
    for (const std::string& part : parts_) {
        auto record = read_run_record(run_record_path(part));
        if (!record)
            return Problem{record.problem()};
        records.push_back(*record);
        shards.push_back({part, std::move(record).value()});
    }
    std::sort(shards.begin(), shards.end(),
              [](const ShardOutput& p, const ShardOutput& q) { return p.record.shard.number < q.record.shard.number; });
    return join_run_records(records);
}

std::optional<Problem> MergeCommand::join_table(const std::string& name, const std::vector<ShardOutput>& shards,
                                                const std::string& path, const std::string& format,
                                                RunRecord& whole) const
{
    std::vector<std::string> parts;
    for (const ShardOutput& shard : shards)
        if (shard.record.tables.contains(name))
            parts.push_back(shard.table(name));
    const bool only_where_there = name == "errors";
    if (parts.empty() && only_where_there)
        return std::nullopt;
    if (parts.size() < shards.size() && !only_where_there)
        return Problem{fmt::format("not every shard was run with --{}", name)};
    whole.tables[name] = std::filesystem::path{path}.filename().string();
    return join_tables(parts, {path, format, overwrite_ ? Overwrite::yes : Overwrite::no});
}

std::optional<Problem> MergeCommand::join(const std::vector<ShardOutput>& shards, RunRecord& whole)
{
    std::optional<Problem> problem;
    if (!summary_.empty())
        problem = join_table("summary", shards, summary_, "", whole);
    if (!problem && !tracks_.empty())
        problem = join_table("tracks", shards, tracks_, "", whole);
    if (!problem)
        problem = join_table("errors", shards, errors_, "", whole);
    if (!problem)
        problem = join_table("visits", shards, output_, format_, whole);
    return problem ? problem
                   : write_result({run_record_path(output_), overwrite_ ? Overwrite::yes : Overwrite::no},
                                  run_record_json(whole));
}

ExitStatus MergeCommand::run()
{
    std::vector<ShardOutput> shards;
    auto read = read_shards(shards);
    if (!read) {
        print_error(read.problem());
        return ExitStatus::failed;
    }
    RunRecord whole = std::move(read).value();
    if (const auto problem = join(shards, whole)) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    if (verbosity_.verbosity() != Verbosity::quiet)
        print_merge_summary(whole, shards.size());
    return whole.failed_inputs > 0 ? ExitStatus::some_inputs_failed : ExitStatus::done;
}

}  // namespace

std::unique_ptr<Command> make_merge_command()
{
    return std::make_unique<MergeCommand>();
}

}  // namespace incursion
