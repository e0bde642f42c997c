#include "sim/batch/input_list.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include <glob.h>
#include <sys/stat.h>

#include "sim/io/input_bytes.h"
#include "sim/io/track_format.h"

namespace incursion {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> wrappings{".gz", ".zip", ".tar", ".zst", ".xz", ".bz2"};
constexpr std::size_t most_name_bytes = std::size_t{4} << 30U;

bool is_of_tracks(const fs::path& file)
{
    std::string ending = file.extension().string();
    for (char& c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (ending.empty())
        return false;
    if (std::find(wrappings.begin(), wrappings.end(), ending) != wrappings.end())
        return true;
    const auto names = [&](const TrackFormat& format) {
        const std::size_t at = format.endings.find(ending);
        return at != std::string_view::npos &&
               (at + ending.size() == format.endings.size() || format.endings[at + ending.size()] == ' ');
    };
    return std::any_of(track_formats().begin(), track_formats().end(), names);
}

std::vector<std::string> files_below(const std::string& folder, Diagnostics& diagnostics)
{
    std::vector<std::string> files;
    std::error_code code;
    fs::recursive_directory_iterator entry{folder, fs::directory_options::follow_directory_symlink, code};
    for (; !code && entry != fs::recursive_directory_iterator{}; entry.increment(code)) {
        const bool hidden = entry->path().filename().string().starts_with('.');
        if (hidden && entry->is_directory(code))
            entry.disable_recursion_pending();
        else if (!hidden && entry->is_regular_file(code) && is_of_tracks(entry->path()))
            files.push_back(entry->path().string());
    }
    if (code)
        diagnostics.error(folder, std::nullopt, "", "the folder cannot be read: " + code.message());
    else if (files.empty())
        diagnostics.error(folder, std::nullopt, "",
                          "the folder holds no file of tracks; name files to have them read "
                          "whatever they are called");
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> matches_of(const std::string& pattern, Diagnostics& diagnostics)
{
    glob_t found{};
    std::vector<std::string> files;
    if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0)
        files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    ::globfree(&found);
    if (files.empty())
        diagnostics.error(pattern, std::nullopt, "", "no file matches this pattern");
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

BatchInput input_of(const std::string& path)
{
    BatchInput input{path, 0, 0};
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
        input.bytes = status.st_size;
        input.changed_ns = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
    }
    return input;
}

std::vector<BatchInput> list_inputs(const std::vector<std::string>& arguments, Diagnostics& diagnostics)
{
    std::vector<BatchInput> inputs;
    std::error_code code;
    for (const std::string& argument : arguments) {
        if (fs::is_directory(argument, code)) {
            for (const std::string& file : files_below(argument, diagnostics))
                inputs.push_back(input_of(file));
        } else if (argument.find_first_of("*?[") != std::string::npos && !fs::exists(argument, code)) {
            for (const std::string& file : matches_of(argument, diagnostics))
                inputs.push_back(input_of(file));
        } else {
            inputs.push_back(input_of(argument));
        }
    }
    return inputs;
}

std::vector<std::string> read_names(const std::string& path, Diagnostics& diagnostics)
{
    const auto file = open_input(path);
    const auto member = file ? file.value()->next() : Result<std::unique_ptr<InputBytes>>{Problem{file.problem()}};
    const auto text = !member    ? Result<std::string_view>{Problem{member.problem()}}
                      : !*member ? Result<std::string_view>{std::string_view{}}
                                 : (*member)->rest(most_name_bytes);
    if (!text) {
        diagnostics.error(path, std::nullopt, "", text.problem());
        return {};
    }
    const char separator = text->find('\0') != std::string::npos ? '\0' : '\n';
    std::vector<std::string> names;
    for (std::size_t from = 0; from < text->size();) {
        const std::size_t end = std::min(text->find(separator, from), text->size());
        std::string name{text->substr(from, end - from)};
        if (separator == '\n' && name.ends_with('\r'))
            name.pop_back();
        if (!name.empty())
            names.push_back(std::move(name));
        from = end + 1;
    }
    return names;
}

std::vector<BatchInput> shard_of(const std::vector<BatchInput>& inputs, std::size_t number, std::size_t count)
{
    // Every input weighs a little, so that many empty ones are shared out as well. An input belongs to the part in
    // which its middle lies.
    const auto weight_of = [](const BatchInput& input) { return static_cast<double>(input.bytes) + 4096; };
    double total = 0;
    for (const BatchInput& input : inputs)
        total += weight_of(input);
    std::vector<BatchInput> part;
    double before = 0;
    for (const BatchInput& input : inputs) {
        const double middle = (before + weight_of(input) / 2) / total * static_cast<double>(count);
        if (std::min(static_cast<std::size_t>(middle), count - 1) == number - 1)
            part.push_back(input);
        before += weight_of(input);
    }
    return part;
}

}  // namespace incursion
