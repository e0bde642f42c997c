// Writes a reference set of tracks as CSV:
//   build/release/tests/bench/make_tracks --set dense -o tracks.csv
// The sets are those of sets.h; the same options give the same bytes.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tests/bench/shared_border.h"
#include "tests/bench/track_rows.h"
#include "tests/bench/world.h"

using namespace incursion;
using namespace incursion::bench;

namespace {

struct Choice {
    SetOptions set;
    std::string output;
    std::size_t files = 1;
    bool by_time = false;
    std::string borders = world_path(), key = "A3", one = "TUR", other = "SYR";
};

/// `tracks.csv` becomes `tracks-03.csv`.
std::string numbered(const std::string& path, std::size_t file, std::size_t files)
{
    if (files == 1)
        return path;
    const std::filesystem::path p{path};
    const auto digits = std::to_string(files - 1).size();
    return (p.parent_path() / fmt::format("{}-{:0{}}{}", p.stem().string(), file, digits, p.extension().string()))
        .string();
}

/// The file of the tracks from `first` on and before `last`. False if it cannot be written.
bool write_file(const std::string& path, const TrackSet& set, std::size_t first, std::size_t last, bool by_time)
{
    constexpr std::size_t batch_bytes = 1U << 22U;
    std::ofstream file{path, std::ios::binary};
    std::string text = track_header;
    if (by_time)
        text += rows_by_time(set, first, last);
    for (std::size_t i = first; i < last && !by_time; ++i) {
        append_rows(set.track(i), text);
        if (text.size() > batch_bytes) {
            file.write(text.data(), static_cast<std::streamsize>(text.size()));
            text.clear();
        }
    }
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    return !file.fail();
}

int run(const Choice& choice)
{
    std::vector<LonLat> border;
    if (choice.set.kind == SetKind::wander) {
        border =
            shared_border(read_borders(choice.borders, choice.key, EdgeReading::straight), choice.one, choice.other);
        if (border.empty()) {
            fmt::print(stderr,
                       "make_tracks: {} and {} share no border in {}; for the world's borders run "
                       "tools/fetch-borders --world, or set INCURSION_WORLD\n",
                       choice.one, choice.other, choice.borders);
            return 1;
        }
    }
    const TrackSet set{choice.set, border};
    for (std::size_t file = 0; file < choice.files; ++file) {
        const std::string path = numbered(choice.output, file, choice.files);
        const std::size_t first = set.size() * file / choice.files, last = set.size() * (file + 1) / choice.files;
        if (!write_file(path, set, first, last, choice.by_time)) {
            fmt::print(stderr, "make_tracks: {} cannot be written\n", path);
            return 1;
        }
    }
    fmt::print(stderr, "{} tracks, {} fixes\n", set.size(), choice.set.fixes);
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::map<std::string, SetKind> kinds{
        {"dense", SetKind::dense}, {"sparse", SetKind::sparse}, {"wander", SetKind::wander}};
    Choice choice;
    CLI::App app{"Writes a reference set of tracks as CSV.", "make_tracks"};
    app.add_option("--set", choice.set.kind, "dense, sparse or wander")->transform(CLI::CheckedTransformer(kinds));
    auto* fixes = app.add_option("--fixes", choice.set.fixes,
                                 "of all tracks together (10 million dense, 340 thousand "
                                 "sparse, 3 million wander)");
    app.add_option("--seed", choice.set.seed, "another seed, another set")->capture_default_str();
    app.add_option("-o,--output", choice.output, "the file to write")->required();
    app.add_option("--files", choice.files, "so many files, numbered, each with its share of the tracks")
        ->check(CLI::Range(1, 1'000'000));
    app.add_flag("--interleave", choice.by_time, "rows in order of time instead of by track");
    app.add_option("--borders", choice.borders, "what a wandering set wanders along is in this file");
    app.add_option("--key", choice.key, "the field of it that names an airspace")->capture_default_str();
    app.add_option("--one", choice.one, "one side of the border")->capture_default_str();
    app.add_option("--other", choice.other, "its other side")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    if (fixes->empty())
        choice.set.fixes = usual_fixes(choice.set.kind);
    return run(choice);
}
