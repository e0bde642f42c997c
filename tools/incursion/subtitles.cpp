#include "tools/incursion/subtitles.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

#include <fmt/format.h>

#include "tools/incursion/text_width.h"

namespace incursion {

namespace {

constexpr std::size_t longest_line = 42, lines_at_once = 2;

/// Ends behind a full stop, a question or exclamation mark that a space follows.
std::vector<std::string> sentences_of(std::string_view text)
{
    std::vector<std::string> sentences;
    std::string sentence;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i] == '\n' || text[i] == '\t' || text[i] == '\r' ? ' ' : text[i];
        if (c == ' ' && sentence.empty())
            continue;
        sentence += c;
        const bool ends =
            (c == '.' || c == '?' || c == '!') && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
        if (ends)
            sentences.push_back(std::exchange(sentence, {}));
    }
    if (!sentence.empty())
        sentences.push_back(sentence);
    return sentences;
}

/// Lines as even as can be: the narrowest width that asks for no more of them.
std::vector<std::string> even_lines(const std::string& sentence)
{
    std::vector<std::string> lines = wrapped(sentence, longest_line);
    for (std::size_t width = longest_line - 1; width > longest_line / 2; --width) {
        std::vector<std::string> narrower = wrapped(sentence, width);
        if (narrower.size() > lines.size())
            break;
        lines = std::move(narrower);
    }
    return lines;
}

void add_pieces(const std::string& sentence, std::vector<std::string>& pieces)
{
    const std::vector<std::string> lines = even_lines(sentence);
    for (std::size_t i = 0; i < lines.size(); i += lines_at_once) {
        std::string piece = lines[i];
        if (i + 1 < lines.size())
            piece += "\n" + lines[i + 1];
        if (!piece.empty())
            pieces.push_back(std::move(piece));
    }
}

std::string clock_text(Duration t)
{
    const std::int64_t ms = std::chrono::duration_cast<std::chrono::milliseconds>(t).count();
    return fmt::format("{:02}:{:02}:{:02},{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, ms % 1000);
}

}  // namespace

std::vector<SubtitleCue> cues_of(std::string_view title, std::string_view text, FilmSpan span)
{
    std::vector<std::string> pieces;
    add_pieces(std::string{title}, pieces);
    for (const std::string& sentence : sentences_of(text))
        add_pieces(sentence, pieces);
    std::vector<double> ends;
    for (const std::string& piece : pieces)
        ends.push_back((ends.empty() ? 0 : ends.back()) + static_cast<double>(display_width(piece)));
    const double length_s = to_seconds(span.to - span.from);
    std::vector<SubtitleCue> cues;
    Duration from = std::chrono::round<std::chrono::milliseconds>(span.from);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Duration to =
            std::chrono::round<std::chrono::milliseconds>(span.from + seconds(length_s * ends[i] / ends.back()));
        if (to > from)
            cues.push_back({from, to, std::move(pieces[i])});
        from = std::max(from, to);
    }
    return cues;
}

std::string srt_text(const std::vector<SubtitleCue>& cues)
{
    std::string text;
    for (std::size_t i = 0; i < cues.size(); ++i)
        text += fmt::format("{}{}\n{} --> {}\n{}\n", i == 0 ? "" : "\n", i + 1, clock_text(cues[i].from),
                            clock_text(cues[i].to), cues[i].text);
    return text;
}

}  // namespace incursion
