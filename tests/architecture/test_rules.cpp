// Each rule against a small tree of its own: kept, then broken in one place.
#include "tests/architecture/rules.h"
#include "tests/architecture/source_tree.h"
#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <catch2/catch.hpp>

namespace {

using namespace incursion::architecture;
namespace fs = std::filesystem;

/// A tree of files that is gone when the test is over.
class PlantedTree {
public:
    void plant(const std::string& path, const std::string& text) const { folder_.write(path, text); }
    const fs::path& root() const { return folder_.path(); }

private:
    incursion::test::TemporaryFolder folder_;
};

/// The violations of a tree that holds one file.
template <class Rule>
Violations of(Rule rule, const std::string& path, const std::string& text)
{
    const PlantedTree tree;
    tree.plant(path, text);
    return rule(tree.root());
}

std::string include(const std::string& name) { return "#pragma once\n#include " + name + "\n"; }

}  // namespace

TEST_CASE("an include against the direction of the rooms is found")
{
    const auto [path, name] = GENERATE(table<std::string, std::string>({
        {"sim/base/a.h", "\"sim/geo/lon_lat.h\""},
        {"sim/geo/a.cpp", "\"sim/model/fix.h\""},
        {"sim/model/a.h", "\"sim/flight/flight.h\""},
        {"sim/flight/a.h", "\"sim/border/border_index.h\""},
        {"sim/border/a.h", "\"sim/flight/flight.h\""},
        {"sim/border/a.h", "\"sim/analysis/report.h\""},
        {"sim/analysis/a.h", "\"sim/flight/flight.h\""},
        {"sim/analysis/a.h", "\"sim/incident/incident.h\""},
        {"sim/incident/a.h", "\"sim/io/read_scenario.h\""},
        {"sim/radar/a.h", "\"sim/evidence/claims.h\""},
        {"sim/io/a.cpp", "\"sim/flight/flight.h\""},
        {"sim/io/a.cpp", "\"sim/batch/batch.h\""},
        {"sim/analysis/a.h", "\"render/view/scene.h\""},
        {"sim/model/a.h", "\"tools/options.h\""},
        {"render/view/a.h", "\"sim/io/read_scenario.h\""},
        {"render/view/a.h", "\"sim/batch/batch.h\""},
        {"render/view/a.h", "\"render/scope/panels.h\""},
        {"render/scope/a.h", "\"render/picture/picture.h\""},
        {"render/picture/a.h", "\"render/window/window.h\""},
        {"render/window/a.h", "\"render/footage/video.h\""},
        {"sim/base/deeper/a.h", "\"sim/geo/lon_lat.h\""},
    }));
    CAPTURE(path, name);
    CHECK(of(dependency_violations, path, include(name)).size() == 1);
}

TEST_CASE("an include in the direction of the rooms is no violation")
{
    const auto [path, name] = GENERATE(table<std::string, std::string>({
        {"sim/base/a.h", "\"sim/base/angle.h\""},
        {"sim/base/a.h", "<vector>"},
        {"sim/geo/a.cpp", "\"sim/base/angle.h\""},
        {"sim/incident/a.cpp", "\"sim/flight/flight.h\""},
        {"sim/io/a.cpp", "\"sim/incident/incident.h\""},
        {"sim/batch/a.cpp", "\"sim/io/read_tracks.h\""},
        {"render/view/a.cpp", "\"sim/analysis/report.h\""},
        {"render/footage/a.cpp", "\"render/picture/picture.h\""},
        {"tools/a.cpp", "\"sim/io/read_scenario.h\""},
        {"tools/a.cpp", "\"render/window/window.h\""},
    }));
    CAPTURE(path, name);
    CHECK(of(dependency_violations, path, include(name)).empty());
}

TEST_CASE("an include that hides which room it means is found")
{
    CHECK(of(dependency_violations, "sim/geo/a.cpp", include("\"lon_lat.h\"")).size() == 1);
    CHECK(of(dependency_violations, "sim/geo/a.cpp", include("\"../model/fix.h\"")).size() == 1);
    CHECK(of(dependency_violations, "sim/geo/a.cpp", include("<sim/base/angle.h>")).size() == 1);
    CHECK(of(dependency_violations, "sim/base/a.h", "  #  include \"sim/geo/ring.h\"  // why\n").size() == 1);
}

TEST_CASE("a room that nobody placed is found")
{
    CHECK(of(dependency_violations, "sim/weather/a.h", "#pragma once\n").size() == 1);
    CHECK(of(dependency_violations, "sim/a.h", "#pragma once\n").size() == 1);
}

TEST_CASE("a room that links against the direction is found")
{
    const std::string path = "sim/geo/CMakeLists.txt";
    CHECK(of(dependency_violations, path, "incursion_room(geo USES base LIBRARIES PROJ::proj)\n").empty());
    CHECK(of(dependency_violations, path, "incursion_room(geo USES base\n  model)\n").size() == 1);
    CHECK(of(dependency_violations, path, "incursion_room(geo LIBRARIES PROJ::proj USES io)\n").size() == 1);
}

TEST_CASE("an outside header away from the room that wraps it is found")
{
    const auto [home, name] = GENERATE(table<std::string, std::string>({
        {"sim/io", "<gdal.h>"}, {"sim/io", "<gdal_priv.h>"}, {"sim/io", "<ogrsf_frmts.h>"},
        {"sim/io", "<ogr_spatialref.h>"}, {"sim/io", "<cpl_conv.h>"}, {"sim/io", "<gdal/cpl_vsi.h>"},
        {"sim/io", "<toml++/toml.h>"}, {"sim/io", "<nlohmann/json.hpp>"}, {"sim/geo", "<geodesic.h>"},
        {"sim/flight", "<boost/numeric/odeint.hpp>"}, {"render/scope", "<imgui.h>"}, {"render/picture", "<GL/gl.h>"},
        {"render/window", "<GLFW/glfw3.h>"}, {"render/window", "<EGL/egl.h>"}, {"render/sound", "<AL/al.h>"},
        {"render/footage", "<libavcodec/avcodec.h>"}, {"render/footage", "<libswscale/swscale.h>"},
        {"render/footage", "<png.h>"}, {"render/footage", "<zlib.h>"}, {"render/scope", "<ft2build.h>"},
        {"render/scope", "<freetype/freetype.h>"}, {"sim/io", "<GeographicLib/MagneticModel.hpp>"},
        {"sim/io", "<fast_float/fast_float.h>"}, {"sim/io", "<openssl/evp.h>"},
    }));
    CAPTURE(home, name);
    CHECK(of(library_violations, home + "/a.cpp", include(name)).empty());
    CHECK(of(library_violations, "sim/analysis/a.cpp", include(name)).size() == 1);
    CHECK(of(library_violations, "render/view/a.cpp", include(name)).size() == 1);
}

TEST_CASE("a room that prints or ends the program is found")
{
    const std::string statement = GENERATE(
        "std::cout << 1;", "std::cerr<<1;", "std::clog << 1;", "printf(\"\");", "std::printf(\"\");", "puts(\"\");",
        "std::fprintf(stderr, \"\");", "exit(1);", "std::exit(1);", "::exit(1);", "std::abort();", "abort ();",
        "std::terminate();", "std::_Exit(1);", "std::quick_exit(1);", "fmt::print(\"\");", "std::cout.flush();",
        "if (a) exit(1);", "fputs(\"\", stderr);");
    CAPTURE(statement);
    CHECK(of(output_violations, "sim/border/a.cpp", "void f()\n{\n    " + statement + "\n}\n").size() == 1);
    CHECK(of(output_violations, "render/view/a.h", statement).size() == 1);
    CHECK(of(output_violations, "tools/a.cpp", statement).empty());
}

TEST_CASE("words that only look like printing are no violation")
{
    const std::string text = "// printf() and exit(1) in a comment\n/* std::cout << 1;\n abort(); */\n"
                             "auto a = \"std::cout << exit(1)\"; auto b = 1'000; auto c = '\"'; auto d = '\\'';\n"
                             "auto e = R\"(abort();)\"; find_exit(x); std::snprintf(b, n, f);\n"
                             "double d = visit.exit.x; VisitEnd entry, exit; exit.time = t; v->exit(); at_exit(1); Exit::terminate(); fmt::format(\"\");\n";
    const Violations violations = of(output_violations, "sim/border/a.cpp", text);
    CAPTURE(violations);
    CHECK(violations.empty());
}

TEST_CASE("printing between two literals and after a digit separator is still found")
{
    CHECK(of(output_violations, "sim/a/a.cpp", "f(\"a\"); puts(s); f(\"b\");\n").size() == 1);
    CHECK(of(output_violations, "sim/a/a.cpp", "int n = 1'000; puts(s); char c = 'x';\n").size() == 1);
    CHECK(of(output_violations, "sim/a/a.cpp", "auto s = R\"x(a)\" // )x\"; puts(s);\n").size() == 1);
}

TEST_CASE("a particular incident named in the engine is found")
{
    CHECK(of(case_violations, "sim/model/a.h", "// as over Hatay\n").size() == 1);
    CHECK(of(case_violations, "render/view/a.cpp", "auto type = \"SU-24M\";\n").size() == 1);
    CHECK(of(case_violations, "sim/model/a.h", "// the Turkish border\n").size() == 1);
    CHECK(of(case_violations, "scenarios/a/README.md", "Hatay\n").empty());
}

TEST_CASE("a long file is found unless a reason is listed, and a needless reason is found")
{
    const PlantedTree tree;
    tree.plant("sim/geo/four.cpp", "1\n2\n3\n4\n");
    tree.plant("tools/three", "1\n2\n3\n");
    tree.plant("tests/long.cpp", "1\n2\n3\n4\n5\n");
    CHECK(length_violations(tree.root(), 4, {}).empty());
    CHECK(length_violations(tree.root(), 3, {}).size() == 1);
    CHECK(length_violations(tree.root(), 3, {{"sim/geo/four.cpp", "a table"}}).empty());
    CHECK(length_violations(tree.root(), 4, {{"sim/geo/four.cpp", "a table"}}).size() == 1);
}

TEST_CASE("two types of one name in headers are found, declarations and members are no types")
{
    const PlantedTree tree;
    tree.plant("sim/geo/box.h", "struct Box {\n    enum class Kind { a };\n};\nclass Line;\n");
    tree.plant("tools/box.h", "class Line : public Box {\n    enum class Kind { b };\n};\n");
    CHECK(type_name_violations(tree.root()).empty());
    tree.plant("render/view/box.h", "enum class Box { a, b };\n");
    CHECK(type_name_violations(tree.root()).size() == 1);
}

TEST_CASE("a stranger at the top level is found")
{
    const PlantedTree tree;
    tree.plant("sim/base/a.h", "");
    tree.plant("README.md", "");
    tree.plant(".clang-tidy", "");
    tree.plant("build/x", "");
    CHECK(top_level_violations(tree.root()).empty());
    tree.plant("src/a.cpp", "");
    tree.plant("notes.txt", "");
    tree.plant(".hidden/a", "");
    CHECK(top_level_violations(tree.root()).size() == 3);
}

TEST_CASE("only what git keeps counts at the top level of a work tree")
{
    const PlantedTree tree;
    const std::string git = "git -C '" + tree.root().string() + "' ";
    REQUIRE(std::system((git + "init -q").c_str()) == 0);
    tree.plant("README.md", "");
    tree.plant("report.json", "{}");
    REQUIRE(std::system((git + "add README.md").c_str()) == 0);
    CHECK(top_level_violations(tree.root()).empty());
    REQUIRE(std::system((git + "add report.json").c_str()) == 0);
    CHECK(top_level_violations(tree.root()).size() == 1);
}

TEST_CASE("work left for later is found")
{
    const std::string mark = GENERATE("TO" "DO", "FIX" "ME", "XX" "X");
    CHECK(of(leftover_violations, "tests/sim/a.cpp", "int a;  // " + mark + ": b\n").size() == 1);
    CHECK(of(leftover_violations, "scenarios/a/scenario.toml", "# " + mark + "\n").size() == 1);
    CHECK(of(leftover_violations, "tools/run", "# " + mark + "S\n").empty());
    CHECK(of(leftover_violations, "scenarios/a/scope.png", std::string{"\x89PNG\0 ", 6} + mark + " ").empty());
}

TEST_CASE("a data file without a checksum, origin or licence is found, and so is a changed one")
{
    // FIPS 180-4's example: SHA-256 of `abc`.
    const std::string abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const std::string section = "## borders/a.geojson\n\n- Origin: here\n- Licence: ODbL 1.0\n";
    const std::string row = "| `borders/a.geojson` | `" + abc + "` |\n";
    const PlantedTree tree;
    const auto count = [&](const std::string& sources) {
        tree.plant("data/SOURCES.md", sources);
        return source_violations(tree.root()).size();
    };
    tree.plant("data/borders/a.geojson", "abc");
    tree.plant("data/borders/world.fgb", "anything");
    CHECK(count(section + row) == 0);
    CHECK(count("## borders/\n- Origin: here\n- Licence: ODbL 1.0\n" + row) == 0);
    CHECK(count(section) == 1);
    CHECK(count(row) == 1);
    CHECK(count("## borders/\n- Origin: here\n" + row) == 1);
    CHECK(count("## aircraft/\n- Origin: here\n- Licence: MIT\n" + row) == 1);
    CHECK(count(section + row + "| `borders/b.geojson` | `" + abc + "` |\n") == 1);
    tree.plant("data/borders/a.geojson", "abd");
    CHECK(count(section + row) == 1);
}
