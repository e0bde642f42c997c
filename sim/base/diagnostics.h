#pragma once

#include <optional>
#include <string>
#include <vector>

namespace incursion {

enum class Severity { note, warning, error };

/// One thing that is wrong or odd with an input, told so that the user can mend it.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file;          ///< empty where no file is concerned
    std::optional<int> line;   ///< from 1
    std::string path;          ///< the key or feature: `aircraft[1].plan[3].fly_to`; may be empty
    std::string message;       ///< what is wrong, and what to do
};

/// `file:line: path: message`, leaving out what is not known; warnings and notes say so after the place.
std::string to_string(const Diagnostic& diagnostic);

/// Collects every problem of an input, so that all of them can be shown at once. Bad data is added
/// here and reading goes on; nothing is thrown or printed.
class Diagnostics {
public:
    void add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }
    void error(std::string file, std::optional<int> line, std::string path, std::string message);
    void warning(std::string file, std::optional<int> line, std::string path, std::string message);
    void note(std::string file, std::optional<int> line, std::string path, std::string message);

    bool has_errors() const;
    const std::vector<Diagnostic>& list() const { return list_; }

private:
    std::vector<Diagnostic> list_;
};

}  // namespace incursion
