#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/model/scenario.h"

namespace incursion {

/// Numbers the sources of a report in the order in which they are first cited, and collects its notes.
class Sources {
public:
    Sources() = default;
    /// With other marks around the numbers than ` [` and `]`.
    Sources(std::string before, std::string after) : before_{std::move(before)}, after_{std::move(after)} {}

    /// ` [3]` to put behind a statement; empty where the evidence names nothing. `subject` is what a note
    /// of the evidence is about.
    std::string cite(const Evidence& evidence, const std::string& subject);
    /// Likewise ` [1, 3]` for several; the same number only once.
    std::string cite(const std::vector<std::pair<const Evidence*, std::string>>& evidence);

    struct Source {
        std::string text;        ///< may be empty where only a confidence is given
        std::string confidence;  ///< may be empty
    };
    struct Note {
        std::string text;
        std::vector<std::string> subjects;  ///< everything that has this very note
    };
    const std::vector<Source>& list() const { return sources_; }  ///< [1] first
    const std::vector<Note>& notes() const { return notes_; }

private:
    /// From 1; 0 for none.
    std::size_t number_of(const Evidence& evidence, const std::string& subject);

    std::string before_ = " [", after_ = "]";
    std::vector<Source> sources_;
    std::vector<Note> notes_;
};

/// What a letter of confidence means; empty for an unknown one.
std::string meaning_of_confidence(const std::string& letter);

}  // namespace incursion
