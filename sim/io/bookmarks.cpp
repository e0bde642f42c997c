#include "sim/io/bookmarks.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "sim/io/toml_reader.h"
#include "sim/io/write_toml.h"

namespace incursion {

std::string bookmarks_path(const std::string& scenario)
{
    constexpr std::string_view ending = ".toml";
    const bool ends_so = scenario.ends_with(ending);
    return scenario.substr(0, scenario.size() - (ends_so ? ending.size() : 0)) + ".bookmarks.toml";
}

std::vector<Bookmark> read_bookmarks(const std::string& path, Diagnostics& diagnostics)
{
    std::error_code code;
    if (!std::filesystem::exists(path, code))
        return {};
    const auto document = read_toml_file(path, diagnostics);
    if (!document)
        return {};
    std::vector<Bookmark> bookmarks;
    TomlReader root{std::get<TomlTable>(document->content), document->line, "", path, diagnostics};
    for (TomlReader& table : root.tables("bookmark")) {
        table.need({"time"});
        const auto time = table.time("time");
        const auto note = table.text("note");
        table.finish();
        if (time)
            bookmarks.push_back({*time, note.value_or("")});
    }
    root.finish();
    return bookmarks;
}

std::optional<Problem> write_bookmarks(const std::string& path, const std::vector<Bookmark>& bookmarks)
{
    std::string content;
    for (const Bookmark& b : bookmarks)
        content += fmt::format("{}[[bookmark]]\ntime = {}\nnote = {}\n", content.empty() ? "" : "\n",
                               format_time(b.time), toml_text(b.note));
    return write_text_file(path, content);
}

}  // namespace incursion
