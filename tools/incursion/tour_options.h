#pragma once

#include <optional>
#include <string>

#include "render/footage/footage_format.h"
#include "tools/incursion/output.h"

namespace CLI {
class App;
}

namespace incursion {

/// How words of a tour come into a film.
enum class Captions {
    burned,  ///< into the picture, on cards
    track,   ///< a track of subtitles, which a player shows or not
    none,
};

/// The language in which a tour is told, as named on the command line. The same in every command that shows one.
class LanguageOption {
public:
    void setup(CLI::App& app);
    /// Throws WrongCall where it is no language.
    void check();
    bool is_told() const { return !given_.empty(); }
    /// A BCP 47 tag in small letters.
    const std::string& tag() const { return tag_; }

private:
    std::string given_, tag_ = "en";
};

/// What `record` does with the steps of a scenario.
class TourOptions {
public:
    void setup(CLI::App& app);
    /// Throws WrongCall where options contradict each other or the format.
    void check(FootageFormat format, double speed, bool overwrite);

    bool is_tour() const { return is_tour_; }
    const std::string& language() const { return language_.tag(); }
    Captions captions() const { return captions_; }
    bool narrates() const { return narrates_; }
    /// A file of subtitles beside the film.
    const std::optional<Destination>& subtitles() const { return subtitles_; }

private:
    void check_format(FootageFormat format) const;

    LanguageOption language_;
    std::string captions_name_, subtitles_path_;
    std::optional<Destination> subtitles_;
    Captions captions_ = Captions::burned;
    bool is_tour_ = false, narrates_ = false;
};

}  // namespace incursion
