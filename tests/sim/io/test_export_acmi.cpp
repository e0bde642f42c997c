#include <catch2/catch.hpp>

#include <cmath>
#include <map>

#include <cpl_vsi.h>

#include "sim/io/export_acmi.h"
#include "sim/io/export_acmi_text.h"
#include "sim/io/export_heights.h"
#include "sim/io/ogr_session.h"
#include "tests/sim/io/acmi_slow_reader.h"
#include "tests/sim/io/export_support.h"

namespace incursion {

using test::AcmiFile;
using test::AcmiObject;
using test::Exported;
using test::read_acmi_slowly;
using test::SquareFlight;

namespace {

AcmiFile recording_of(const Exported& exported)
{
    Diagnostics diagnostics;
    return read_acmi_slowly(acmi_text(exported.incident, diagnostics));
}

const AcmiObject& called(const AcmiFile& recording, const std::string& sign)
{
    for (const auto& [id, object] : recording.objects)
        if (const auto found = object.properties.find("CallSign");
            found != object.properties.end() && found->second == sign)
            return object;
    FAIL("no object " << sign);
    return recording.objects.begin()->second;
}

}  // namespace

TEST_CASE("an ACMI export holds every fix of every track, from its first to its removal", "[export]")
{
    const AcmiFile recording = recording_of(Exported{});
    CHECK(recording.objects.at("0").properties.at("ReferenceTime") == "2020-01-01T00:00:00Z");
    CHECK(recording.objects.at("0").properties.at("Title") == "Through a <square> & out");
    CHECK(recording.objects.at("0").properties.at("Briefing") == "One side says so, the other not.");
    const AcmiObject& a1 = called(recording, "A1");
    REQUIRE(a1.samples.size() == 21);
    CHECK(a1.samples[0].altitude == "3000");
    CHECK(a1.samples[9].time_s == 450);
    CHECK(a1.samples[9].lon_deg == 10.45);
    CHECK(a1.removed_s == 1000.0);
    CHECK(a1.properties.at("Coalition") == "The radar's account");
    CHECK(a1.properties.at("Color") == "Blue");
    CHECK(a1.properties.at("Label") == "Recorded, all of it");
    CHECK(called(recording, "P1").properties.at("Color") == "Red");
    CHECK(called(recording, "P1").properties.at("Label") == "P1 (reconstructed)");
}

TEST_CASE("an ACMI export tells crossings, calls and events at their instants", "[export]")
{
    std::map<std::string, double> at;
    for (const auto& [time_s, text] : recording_of(Exported{}).events)
        at[text] = time_s;
    CHECK(std::abs(at.at("Bookmark|1|A1 enters AAA") - test::square_in_s) < 1e-6);
    CHECK(std::abs(at.at("Bookmark|1|A1 leaves AAA") - test::square_out_s) < 1e-6);
    CHECK(at.at("Message|1|Tower to A1: Turn back, A1 \xC2\xA6 now, <50 km> & \"fast\".") == 200);
    CHECK(at.at("Message|Tower to everybody: Anybody?") == 240);
    CHECK(at.at("Bookmark|1|The radar's account: Turns, slightly") == 325);
    CHECK(at.at("Bookmark|The radar's account: Nowhere in particular") == 360);
}

TEST_CASE("altitudes of an ACMI export count from sea level, or are left empty", "[export]")
{
    const HeightChange geoid{0};
    const AcmiFile high = recording_of(Exported{SquareFlight{.altitude = "alt_hae_m"}});
    CHECK(std::abs(std::stod(called(high, "A1").samples[0].altitude) - (3000 - geoid.undulation_m({9.55, 0}))) < 0.001);
    CHECK(called(recording_of(Exported{SquareFlight{.altitude = ""}}), "A1").samples[0].altitude.empty());
}

TEST_CASE("what a gap cuts apart are two objects of a recording", "[export]")
{
    int objects = 0;
    const AcmiFile recording = recording_of(Exported{SquareFlight{.with_gap = true}});
    for (const auto& [id, object] : recording.objects)
        objects += object.properties.contains("CallSign") && object.properties.at("CallSign") == "A1" ? 1 : 0;
    CHECK(objects == 2);
}

TEST_CASE("texts of a recording are escaped", "[export]")
{
    CHECK(acmi_property("a,b\\c\nd") == "a\\,b\\\\c\\\nd");
    CHECK(acmi_event("a|b\nc,d") == "a\xC2\xA6"
                                    "b c\\,d");
    CHECK(acmi_id(26) == "1a");
}

TEST_CASE("a packed recording is the plain one in a zip", "[export]")
{
    const Exported exported;
    Diagnostics diagnostics;
    const std::string path = exported.folder / "a.zip.acmi";
    REQUIRE_FALSE(write_export_acmi_zip({path, "", Overwrite::no}, exported.incident, diagnostics));
    const OgrMessages quiet;
    VSILFILE* file = VSIFOpenL(("/vsizip/{" + path + "}/incident.txt.acmi").c_str(), "rb");
    REQUIRE(file != nullptr);
    const std::string text = acmi_text(exported.incident, diagnostics);
    std::string read(text.size() + 1, '\0');
    read.resize(VSIFReadL(read.data(), 1, read.size(), file));
    VSIFCloseL(file);
    CHECK(read == text);
}

}  // namespace incursion
