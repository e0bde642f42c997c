#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string_view>

#include <openssl/evp.h>

namespace incursion::architecture {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Just behind `closing`, looked for from `from` on; the end of the text where it is missing.
std::size_t behind(const std::string& text, std::string_view closing, std::size_t from)
{
    const std::size_t at = text.find(closing, from);
    return at == std::string::npos ? text.size() : at + closing.size();
}

std::size_t behind_literal(const std::string& text, std::size_t from)
{
    std::size_t i = from + 1;
    while (i < text.size() && text[i] != text[from] && text[i] != '\n')
        i += text[i] == '\\' ? 2U : 1U;
    return std::min(i + 1, text.size());
}

/// Where the comment or literal that begins at `i` ends; `i` where none begins there.
std::size_t end_of_noise(const std::string& text, std::size_t i)
{
    const std::string_view rest = std::string_view(text).substr(i);
    const bool in_word = i > 0 && (std::isalnum(static_cast<unsigned char>(text[i - 1])) != 0 || text[i - 1] == '_');
    if (rest.starts_with("//"))
        return std::min(text.find('\n', i), text.size());
    if (rest.starts_with("/*"))
        return behind(text, "*/", i + 2);
    if (rest.starts_with("R\"") && !in_word && rest.find('(') != std::string_view::npos)
        return behind(text, ")" + std::string(rest.substr(2, rest.find('(') - 2)) + "\"", i + 2);
    // A quote behind a digit only parts thousands.
    if (rest.starts_with('"') || (rest.starts_with('\'') && !in_word))
        return behind_literal(text, i);
    return i;
}

}  // namespace

std::vector<SourceFile> files_below(const fs::path& root, const std::vector<std::string>& folders)
{
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        if (!fs::is_directory(root / folder))
            continue;
        for (auto it = fs::recursive_directory_iterator(root / folder); it != fs::recursive_directory_iterator(); ++it) {
            const std::string name = it->path().filename().string();
            if (it->is_directory() && (name == "__pycache__" || name.front() == '.'))
                it.disable_recursion_pending();
            else if (it->is_regular_file() && name.back() != '~')
                files.push_back({it->path().lexically_relative(root).generic_string(), contents(it->path())});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::vector<SourceFile> cpp_below(const fs::path& root, const std::vector<std::string>& folders)
{
    std::vector<SourceFile> files = files_below(root, folders);
    std::erase_if(files, [](const SourceFile& f) { return !f.path.ends_with(".h") && !f.path.ends_with(".cpp"); });
    return files;
}

std::vector<Include> includes_of(const SourceFile& file)
{
    static const std::regex pattern(R"rx(^\s*#\s*include\s*(["<])([^">]+)[">].*)rx");
    std::vector<Include> found;
    std::istringstream lines(file.text);
    std::smatch match;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (std::regex_match(line, match, pattern))
            found.push_back({number, match[2], match[1] == "\""});
    }
    return found;
}

std::string code_of(const SourceFile& file)
{
    std::string code = file.text;
    for (std::size_t i = 0; i < code.size();) {
        const std::size_t end = end_of_noise(code, i);
        for (std::size_t k = i; k < end; ++k)
            code[k] = code[k] == '\n' ? '\n' : ' ';
        i = std::max(end, i + 1);
    }
    return code;
}

std::string sha256_of(const std::string& bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    std::string hex;
    for (std::size_t i = 0; i < length; ++i) {
        hex += "0123456789abcdef"[digest[i] >> 4U];
        hex += "0123456789abcdef"[digest[i] & 15U];
    }
    return hex;
}

}  // namespace incursion::architecture
