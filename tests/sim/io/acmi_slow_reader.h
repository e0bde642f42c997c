#pragma once

#include <catch2/catch.hpp>

#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace incursion::test {

struct AcmiSample {
    double time_s, lon_deg, lat_deg;
    std::string altitude;
};
struct AcmiObject {
    std::map<std::string, std::string> properties;
    std::vector<AcmiSample> samples;
    std::optional<double> removed_s;
};
struct AcmiFile {
    std::map<std::string, AcmiObject> objects;  ///< by id; `0` is the recording itself
    std::vector<std::pair<double, std::string>> events;
};

/// At commas that no backslash stands before, which go.
inline std::vector<std::string> acmi_fields(const std::string& line)
{
    std::vector<std::string> fields(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size())
            fields.back() += line[++i];
        else if (line[i] == ',')
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return fields;
}

inline AcmiSample acmi_sample(double time_s, const std::string& text)
{
    std::istringstream parts{text};
    std::string lon, lat, altitude;
    std::getline(parts, lon, '|');
    std::getline(parts, lat, '|');
    std::getline(parts, altitude, '|');
    return {time_s, std::stod(lon), std::stod(lat), altitude};
}

/// A reader by the letter of the format's page, slow and simple.
inline AcmiFile read_acmi_slowly(const std::string& text)
{
    REQUIRE(text.starts_with("\xEF\xBB\xBF"
                             "FileType=text/acmi/tacview\nFileVersion=2.2\n"));
    AcmiFile recording;
    std::istringstream lines{text.substr(text.find("2.2\n") + 4)};
    double now_s = 0;
    for (std::string line; std::getline(lines, line);) {
        for (std::string more; line.ends_with('\\') && std::getline(lines, more);)
            line += "\n" + more;
        if (line.starts_with('#')) {
            const double next_s = std::stod(line.substr(1));
            CHECK(next_s >= now_s);
            now_s = next_s;
            continue;
        }
        if (line.starts_with('-')) {
            recording.objects.at(line.substr(1)).removed_s = now_s;
            continue;
        }
        const std::vector<std::string> fields = acmi_fields(line);
        AcmiObject& object = recording.objects[fields[0]];
        CHECK_FALSE(object.removed_s);
        for (std::size_t i = 1; i < fields.size(); ++i) {
            const std::string name = fields[i].substr(0, fields[i].find('=')),
                              value = fields[i].substr(name.size() + 1);
            if (name == "Event")
                recording.events.emplace_back(now_s, value);
            else if (name == "T")
                object.samples.push_back(acmi_sample(now_s, value));
            else
                object.properties[name] = value;
        }
    }
    return recording;
}

}  // namespace incursion::test
