#include "sim/io/aixm_format.h"

#include <chrono>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/sim/io/aixm_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

TimeSpan span(const char* from, const char* to)
{
    return {parse_time(from).value(), parse_time(to).value()};
}

std::string sheet(const std::string& content, const char* status = "ACTIVE")
{
    return fmt::format(
        "<aixm:activation><aixm:AirspaceActivation><aixm:timeInterval><aixm:Timesheet>{}</aixm:Timesheet>"
        "</aixm:timeInterval><aixm:status>{}</aixm:status></aixm:AirspaceActivation></aixm:activation>",
        content, status);
}

std::string hours(const char* day, const char* from, const char* to, const std::string& more = "")
{
    return fmt::format("{}<aixm:day>{}</aixm:day><aixm:startTime>{}</aixm:startTime><aixm:endTime>{}</aixm:endTime>",
                       more, day, from, to);
}

AirspacesRead read_active(const std::string& activation, const std::string& begin = "", const std::string& end = "")
{
    return read_members(
        airspace(slice(named(component(surface(box(50, 8, 51, 9))) + activation), "BASELINE", begin, end)));
}

std::vector<TimeSpan> active(const AirspacesRead& read, const TimeSpan& window)
{
    CAPTURE(told(read.diagnostics));
    const Airspace& found = read.find("EDR1");
    REQUIRE(found.activation);
    return active_within(*found.activation, window);
}

std::string always(const char* status)
{
    return fmt::format("<aixm:activation><aixm:AirspaceActivation><aixm:status>{}</aixm:status>"
                       "</aixm:AirspaceActivation></aixm:activation>",
                       status);
}

std::string correction(int number)
{
    return fmt::format("<aixm:correctionNumber>{}</aixm:correctionNumber>", number);
}

const std::string drawn_box = component(surface(box(50, 8, 51, 9)));

// 7 May 2018 was a Monday.
const TimeSpan week = span("2018-05-07T00:00:00Z", "2018-05-14T00:00:00Z");

}  // namespace

TEST_CASE("AIXM: timesheets tell when it is active", "[aixm]")
{
    CHECK_FALSE(read_active("").find("EDR1").activation);
    CHECK(active(read_active(sheet(hours("TUE", "08:00", "16:00"))), week) ==
          std::vector{span("2018-05-08T08:00:00Z", "2018-05-08T16:00:00Z")});
    CHECK(active(read_active(sheet(hours("ANY", "00:00", "24:00"))), week) == std::vector{week});
    CHECK(active(read_active(sheet(hours("ANY", "00:00", "00:00"))), week) == std::vector{week});
    // From Tuesday eight o'clock without a break to Thursday four o'clock.
    CHECK(active(read_active(sheet(hours("TUE", "08:00", "16:00") + "<aixm:dayTil>THU</aixm:dayTil>")), week) ==
          std::vector{span("2018-05-08T08:00:00Z", "2018-05-10T16:00:00Z")});
    // At four hours behind UTC, from October to July: eight in the evening on Monday is Tuesday.
    const std::string behind = "<aixm:timeReference>UTC-4</aixm:timeReference>";
    CHECK(active(read_active(sheet(hours("MON", "20:00", "23:00", behind))), week) ==
          std::vector{span("2018-05-08T00:00:00Z", "2018-05-08T03:00:00Z")});
    CHECK(active(read_active(
                     sheet(hours("ANY", "00:00", "24:00",
                                 behind + "<aixm:startDate>01-10</aixm:startDate><aixm:endDate>31-07</aixm:endDate>")),
                     "2017-07-01T00:00:00Z"),
                 span("2018-07-30T00:00:00Z", "2018-10-05T00:00:00Z")) ==
          std::vector{span("2018-07-30T00:00:00Z", "2018-08-01T04:00:00Z"),
                      span("2018-10-01T04:00:00Z", "2018-10-05T00:00:00Z")});
    const AirspacesRead sun = read_active(sheet("<aixm:day>MON</aixm:day><aixm:startEvent>SR</aixm:startEvent>"
                                                "<aixm:endTime>18:00</aixm:endTime>"));
    CHECK(active(sun, week) == std::vector{span("2018-05-07T00:00:00Z", "2018-05-07T18:00:00Z")});
    CHECK(tells(sun.diagnostics, "warning 3 EDR1", "'SR' is not worked out"));
    CHECK(active(read_active(sheet(hours("WORK_DAY", "08:00", "16:00"))), week).size() == 5);
    CHECK(active(read_active(sheet(hours("HOL", "08:00", "16:00"))), week).empty());
    CHECK(active(read_active("<aixm:activation><aixm:AirspaceActivation><aixm:status>INACTIVE</aixm:status>"
                             "</aixm:AirspaceActivation></aixm:activation>"),
                 week)
              .empty());
    const AirspacesRead by_notam =
        read_active("<aixm:activation><aixm:AirspaceActivation><aixm:status>AVBL_FOR_ACTIVATION"
                    "</aixm:status></aixm:AirspaceActivation></aixm:activation>");
    CHECK(active(by_notam, week) == std::vector{week});
    CHECK(tells(by_notam.diagnostics, "warning 3 EDR1", "by NOTAM"));
    CHECK(tells(read_active(sheet(hours("MON", "8 am", "16:00"))).diagnostics, "error 3 EDR1",
                "'8 am' is no time of day"));
}

TEST_CASE("AIXM: seasons come back in every year of the validity", "[aixm]")
{
    const auto season = [](const char* from, const char* to) {
        return sheet(
            hours("ANY", "00:00", "24:00",
                  fmt::format("<aixm:startDate>{}</aixm:startDate><aixm:endDate>{}</aixm:endDate>", from, to)));
    };
    const auto day_of = [](int year, int month, int day) {
        using namespace std::chrono;
        return Time{sys_days{year_month_day{std::chrono::year{year} / month / day}}};
    };
    const char* begin = "1955-06-01T00:00:00Z";
    const AirspacesRead always_valid = read_active(season("01-04", "30-09"));
    const AirspacesRead winter = read_active(season("01-10", "31-03"), begin);
    const AirspacesRead short_time =
        read_active(season("01-04", "30-09"), "1999-01-01T00:00:00Z", "2060-06-01T00:00:00Z");
    for (int year = 1960; year <= 2100; ++year) {
        CAPTURE(year);
        const TimeSpan whole{day_of(year, 1, 1), day_of(year + 1, 1, 1)};
        const TimeSpan summer{day_of(year, 4, 1), day_of(year, 10, 1)};
        CHECK(active(always_valid, whole) == std::vector{summer});
        CHECK(active(winter, whole) == std::vector{TimeSpan{whole.from, summer.from}, TimeSpan{summer.to, whole.to}});
        const std::vector<TimeSpan> some{{summer.from, std::min(summer.to, day_of(2060, 6, 1))}};
        CHECK(active(short_time, whole) == (year < 1999 || year > 2060 ? std::vector<TimeSpan>{} : some));
    }
    CHECK(active(always_valid, {day_of(1900, 1, 1), day_of(1959, 1, 1)}).empty());
    CHECK(tells(always_valid.diagnostics, "warning 3 EDR1", "from 1960 to 2100 only"));
    CHECK(tells(winter.diagnostics, "warning 3 EDR1", "from 1960 to 2100 only"));
    CHECK_FALSE(tells(short_time.diagnostics, "warning"));
    // Each makes more than 140 seasons, on two days.
    std::string many;
    for (int i = 0; i < 1100; ++i)
        many += sheet("<aixm:startDate>01-04</aixm:startDate><aixm:endDate>30-09</aixm:endDate><aixm:day>MON</aixm:day>"
                      "<aixm:dayTil>TUE</aixm:dayTil>");
    CHECK(tells(read_active(many).diagnostics, "error 3 EDR1", "more than 300000 weekly hours"));
}

TEST_CASE("AIXM: an airspace is active within its validity, and temporary deltas stand for it within theirs", "[aixm]")
{
    const std::string drawn = component(surface(box(50, 8, 51, 9)));
    CHECK(active(read_active("", "2018-05-08T00:00:00Z", "2018-05-09T00:00:00Z"), week) ==
          std::vector{span("2018-05-08T00:00:00Z", "2018-05-09T00:00:00Z")});
    // A later baseline ends the earlier one.
    const AirspacesRead two = read_members(
        airspace(slice(named(drawn), "BASELINE", "2018-05-08T00:00:00Z", "", 1) +
                 slice(named(component(surface(box(50, 8, 51, 10)))), "BASELINE", "2018-05-10T00:00:00Z", "", 2)));
    REQUIRE(two.airspaces);
    REQUIRE(two.airspaces->list.size() == 2);
    CHECK(active_within(*two.airspaces->list[0].activation, week) ==
          std::vector{span("2018-05-08T00:00:00Z", "2018-05-10T00:00:00Z")});
    // Active on Tuesdays; from Tuesday noon to Thursday noon all day long instead.
    const std::string active_now = "<aixm:activation><aixm:AirspaceActivation><aixm:status>ACTIVE</aixm:status></"
                                   "aixm:AirspaceActivation></aixm:activation>";
    const std::string base = slice(named(drawn + sheet(hours("TUE", "08:00", "16:00"))));
    const AirspacesRead changed =
        read_members(airspace(base + slice(active_now, "TEMPDELTA", "2018-05-08T12:00:00Z", "2018-05-10T12:00:00Z")));
    CHECK(active(changed, week) == std::vector{span("2018-05-08T08:00:00Z", "2018-05-10T12:00:00Z")});
    // With limits of its own it stands for the airspace meanwhile.
    const std::string high =
        "<aixm:upperLimit uom='FL'>300</aixm:upperLimit><aixm:lowerLimit uom='FL'>200</aixm:lowerLimit>";
    const AirspacesRead raised = read_members(
        airspace(slice(named(drawn)) + slice(component(surface(box(50, 8, 51, 9)), "BASE", high), "TEMPDELTA",
                                             "2018-05-08T12:00:00Z", "2018-05-10T12:00:00Z")));
    CAPTURE(told(raised.diagnostics));
    REQUIRE(raised.airspaces);
    REQUIRE(raised.airspaces->list.size() == 2);
    CHECK(active_within(*raised.airspaces->list[0].activation, week) ==
          std::vector{span("2018-05-07T00:00:00Z", "2018-05-08T12:00:00Z"),
                      span("2018-05-10T12:00:00Z", "2018-05-14T00:00:00Z")});
    CHECK(raised.airspaces->list[1].key == "EDR1");
    CHECK(raised.airspaces->list[1].ceiling == VerticalLimit{FlightLevel{300}});
    CHECK(active_within(*raised.airspaces->list[1].activation, week) ==
          std::vector{span("2018-05-08T12:00:00Z", "2018-05-10T12:00:00Z")});
    CHECK(tells(read_members(airspace(base + slice("", "PERMDELTA", "2018-05-08T12:00:00Z"))).diagnostics, "warning",
                "PERMDELTA"));
    // The files of the digital NOTAM examples: one whose baseline is elsewhere, one that is upside down.
    const AirspacesRead alone = read_sample("donlon_date_range.xml");
    CHECK_FALSE(alone.airspaces);
    CHECK(tells(alone.diagnostics, "warning", "not in this file"));
    const AirspacesRead upside_down = read_sample("donlon_changed_limits.xml");
    CHECK(tells(upside_down.diagnostics, "error", "nothing lies between its floor FL400 and its ceiling FL300"));
    CHECK(tells(upside_down.diagnostics, "error 31 902e92df-e5cb-48cb-a339-18bc86da4999"));
}

TEST_CASE("AIXM: a later temporary delta stands for an earlier one", "[aixm]")
{
    const auto change = [](const char* status, const char* begin, const char* end, int number) {
        return slice(always(status), "TEMPDELTA", begin, end, number);
    };
    const std::string base = slice(named(drawn_box + sheet(hours("TUE", "08:00", "16:00"))));
    const std::string all_day = change("ACTIVE", "2018-05-09T00:00:00Z", "2018-05-13T00:00:00Z", 1);
    const std::string not_then = change("INACTIVE", "2018-05-10T00:00:00Z", "2018-05-11T00:00:00Z", 2);
    const std::vector<TimeSpan> expected{span("2018-05-08T08:00:00Z", "2018-05-08T16:00:00Z"),
                                         span("2018-05-09T00:00:00Z", "2018-05-10T00:00:00Z"),
                                         span("2018-05-11T00:00:00Z", "2018-05-13T00:00:00Z")};
    CHECK(active(read_members(airspace(base + all_day + not_then)), week) == expected);
    CHECK(active(read_members(airspace(not_then + base + all_day)), week) == expected);
}

TEST_CASE("AIXM: a temporary delta that is inactive for some hours only leaves the baseline as it is", "[aixm]")
{
    const std::string base = slice(named(drawn_box + sheet(hours("TUE", "08:00", "16:00"))));
    const std::string partly = sheet(hours("TUE", "10:00", "11:00"), "INACTIVE");
    const std::vector<TimeSpan> tuesday{span("2018-05-08T08:00:00Z", "2018-05-08T16:00:00Z")};
    const AirspacesRead read =
        read_members(airspace(base + slice(partly, "TEMPDELTA", "2018-05-07T00:00:00Z", "2018-05-10T00:00:00Z")));
    CHECK(active(read, week) == tuesday);
    CHECK(tells(read.diagnostics, "warning 4 EDR1", "hours when it is inactive are not left out"));
    CHECK(tells(read.diagnostics, "warning 4 EDR1", "leaves the hours of the baseline as they are"));
    // With limits of its own it is active by the hours of the baseline too.
    const std::string high =
        "<aixm:upperLimit uom='FL'>300</aixm:upperLimit><aixm:lowerLimit uom='FL'>200</aixm:lowerLimit>";
    const AirspacesRead raised =
        read_members(airspace(base + slice(component(surface(box(50, 8, 51, 9)), "BASE", high) + partly, "TEMPDELTA",
                                           "2018-05-08T12:00:00Z", "2018-05-10T00:00:00Z")));
    CAPTURE(told(raised.diagnostics));
    REQUIRE(raised.airspaces);
    REQUIRE(raised.airspaces->list.size() == 2);
    CHECK(active_within(*raised.airspaces->list[0].activation, week) ==
          std::vector{span("2018-05-08T08:00:00Z", "2018-05-08T12:00:00Z")});
    CHECK(active_within(*raised.airspaces->list[1].activation, week) ==
          std::vector{span("2018-05-08T12:00:00Z", "2018-05-08T16:00:00Z")});
}

TEST_CASE("AIXM: thousands of temporary deltas are applied, too many are refused", "[aixm]")
{
    const auto text = [](int count) {
        std::string slices = slice(named(drawn_box));
        // Out of action from noon to one o'clock on every day from 1 January 2015 on.
        const Time noon = parse_time("2015-01-01T12:00:00Z").value();
        for (int day = 0; day < count; ++day) {
            const Time from = noon + std::chrono::days{day};
            slices += slice(always("INACTIVE"), "TEMPDELTA", format_time(from),
                            format_time(from + std::chrono::hours{1}), day + 1);
        }
        return airspace(slices);
    };
    const auto spans = active(read_members(text(2000)), week);
    REQUIRE(spans.size() == 8);
    CHECK(spans[0] == span("2018-05-07T00:00:00Z", "2018-05-07T12:00:00Z"));
    CHECK(spans[1] == span("2018-05-07T13:00:00Z", "2018-05-08T12:00:00Z"));
    CHECK(spans[7] == span("2018-05-13T13:00:00Z", "2018-05-14T00:00:00Z"));
    CHECK(tells(read_members(text(5000)).diagnostics, "error 3 EDR1", "5001 time slices"));
    // Each of 200 hours falls apart at each of 2000 changes.
    std::string many = text(2000), sheets;
    for (int i = 0; i < 200; ++i)
        sheets += sheet(hours("MON", "08:00", "16:00"));
    many.insert(many.find("</aixm:AirspaceTimeSlice>"), sheets);
    CHECK(tells(read_members(many).diagnostics, "error 3 EDR1", "more than 300000 parts"));
}

TEST_CASE("AIXM: a correction stands for what it corrects, and takes it back where its validTime is empty", "[aixm]")
{
    const auto change = [](const char* status, int number, int corrected) {
        return slice(always(status) + correction(corrected), "TEMPDELTA", "2018-05-10T00:00:00Z",
                     "2018-05-11T00:00:00Z", number);
    };
    const auto taken_back = [](const char* kind, int number, int corrected, const std::string& content = "") {
        return fmt::format("<aixm:timeSlice><aixm:AirspaceTimeSlice><gml:validTime nilReason='inapplicable'/>"
                           "<aixm:interpretation>{}</aixm:interpretation><aixm:sequenceNumber>{}</aixm:sequenceNumber>"
                           "{}{}</aixm:AirspaceTimeSlice></aixm:timeSlice>",
                           kind, number, correction(corrected), content);
    };
    const std::string base = slice(named(drawn_box + sheet(hours("TUE", "08:00", "16:00"))));
    const std::vector<TimeSpan> tuesday{span("2018-05-08T08:00:00Z", "2018-05-08T16:00:00Z")};
    const std::vector<TimeSpan> both{tuesday[0], span("2018-05-10T00:00:00Z", "2018-05-11T00:00:00Z")};
    CHECK(active(read_members(airspace(base + change("ACTIVE", 1, 0))), week) == both);
    CHECK(active(read_members(airspace(base + change("INACTIVE", 1, 1) + change("ACTIVE", 1, 2))), week) == both);
    CHECK(active(read_members(airspace(base + change("ACTIVE", 1, 2) + change("INACTIVE", 1, 10))), week) == tuesday);
    const AirspacesRead back =
        read_members(airspace(base + change("ACTIVE", 1, 0) + taken_back("TEMPDELTA", 1, 1, always("ACTIVE"))));
    CHECK(active(back, week) == tuesday);
    CHECK(tells(back.diagnostics, "warning", "takes a time slice back"));
    // Of another sequence number it takes nothing back.
    CHECK(active(read_members(airspace(base + change("ACTIVE", 1, 0) + taken_back("TEMPDELTA", 2, 1))), week) == both);
    // A second baseline that is taken back neither draws nor names the airspace.
    const std::string wide = named(component(surface(box(50, 8, 51, 10))), "EDR2");
    const AirspacesRead first = read_members(
        airspace(base + slice(wide, "BASELINE", "2018-05-09T00:00:00Z", "", 2) + taken_back("BASELINE", 2, 1, wide)));
    REQUIRE(first.airspaces);
    CHECK(first.airspaces->list.size() == 1);
    CHECK(active(first, week) == tuesday);
    CHECK(tells(read_members(airspace(taken_back("BASELINE", 1, 1, named(drawn_box)))).diagnostics, "error",
                "no Airspace with a geometry"));
}
