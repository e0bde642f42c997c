#include <catch2/catch.hpp>

#include <set>

#include "render/scope/desk_keys.h"
#include "render/scope/desk_panel.h"
#include "render/scope/exercise_cards.h"
#include "render/scope/instructor_keys.h"
#include "tests/render/scope/gui_hand.h"
#include "tests/render/scope/letters.h"

namespace incursion {
namespace {

DeskData fake_desk(std::size_t tracks = 3)
{
    DeskData desk;
    desk.clock = "07:21:05";
    desk.selected = "A01";
    desk.superior = "the air operations centre";
    desk.tasks = {
        {"Take up every track that comes nearer than 20 nmi to the border, as soon as it is shown", true, true},
        {"Classify it", true, false},
        {"Call the right aircraft, and no other", false, false}};
    desk.rules = {{"first call", "before 15.0 nmi from TUR"}, {"then a call", "every 30.0 s"}, {"at least", "3 calls"}};
    desk.level_unit = "100 ft";
    desk.speed_unit = "kt";
    for (std::size_t i = 0; i < tracks; ++i)
        desk.tracks.push_back(
            {"A" + std::to_string(i + 101), "4", "190↑", "412", "257", i == 1 ? "unidentified" : "", i == 0, i == 0});
    desk.categories = {"civil", "military, friendly", "unidentified"};
    for (int i = 1; i <= 11; ++i)
        desk.phrases.push_back({i < 10 ? std::to_string(i) : "",
                                "A01, this is the air defence on guard. You are approaching our airspace. Change your "
                                "heading south immediately."});
    desk.since_call = "12.5 s since the last call to A01";
    desk.deeds = {{"07:21:00", "to A01: Change your heading south immediately."}, {"07:20:10", "A01 taken up"}};
    desk.figures = {{"calls", "calls made"}, {"dwell_s", "time inside, s"}, {"entry_time", "entry, HH:MM:SS"}};
    desk.message = "no side tone: the call to A01 did not go out";
    desk.is_warning = true;
    desk.strip.span = {fake_start(), fake_start() + std::chrono::minutes(7)};
    desk.strip.cursor = 0.3F;
    desk.strip.ticks = {{0, "07:19"}, {0.5F, "07:22:30"}};
    desk.strip.calls = {{0.2F, 0.21F, 0, StyleId::call, fake_start(), "a call"}};
    return desk;
}

ScoreCard fake_score()
{
    ScoreCard card{"Ten calls", "A. Nother", "83.5 of 100 points", "83 %", "monday.jsonl", {}};
    for (int i = 0; i < 9; ++i)
        card.rows.push_back({"Call it before it is nearer than 15 nmi to the border", "8.5 of 10", 0.85, true,
                             "a first call by 07:19:35 (shown within 25.0 km of TUR at 07:19:25)",
                             "the first call that was heard was made at 07:19:37, two seconds late", "12.0 s"});
    return card;
}

InstructorData fake_instructor()
{
    InstructorData data{"A. Nother", "07:21:05", "monday.jsonl", false, true, {}, {}};
    data.injects = {{"drop", "The track of the first aircraft is lost", "1", "not yet", true},
                    {"radio", "The radio fails for a minute", "", "at 07:22:00", false}};
    for (int i = 0; i < 30; ++i)
        data.deeds.push_back(
            {fake_start() + std::chrono::seconds(300 - i), "07:24:00.0", "to A01: Turn south at once."});
    return data;
}

enum class Card { desk, briefing, score, instructor };

/// The desk and the cards without any window, and a hand on their mouse and keyboard.
struct DeskHand {
    explicit DeskHand(FrameSize frame_in = {}, Card card_in = Card::desk)
        : frame{frame_in}, layout{layout_of(LayoutId::exercise, frame_in)}, card{card_in}
    {
        Result<std::unique_ptr<GuiContext>> made = GuiContext::make(frame.scale);
        REQUIRE(made);
        gui = std::move(made).value();
        ImGuiIO& io = ImGui::GetIO();
        for (int key = 0; key < ImGuiKey_COUNT; ++key)
            io.KeyMap[key] = key;
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        draw();
        draw();
    }

    std::vector<DeskRequest> draw_card()
    {
        const Look& look = look_of(PaletteId::phosphor);
        switch (card) {
        case Card::briefing: return draw_briefing(*gui, look, briefing);
        case Card::score: return draw_score(*gui, look, fake_score(), state);
        case Card::instructor:
            return draw_instructor(*gui, look, *layout_of(LayoutId::full, frame).side, fake_instructor(), state);
        case Card::desk: break;
        }
        return draw_desk(*gui, look, view, layout, data, state);
    }

    void draw()
    {
        gui->begin_frame(frame, 1.0 / 30);
        for (const DeskRequest& request : draw_card()) {
            hear(state, request, data);
            requests.push_back(request);
        }
        ImGui::Render();
    }

    void click(const Rect& rect)
    {
        ImGuiIO& io = ImGui::GetIO();
        io.MousePos = ImVec2(rect.x + rect.width / 2, rect.y + rect.height / 2);
        draw();
        draw();
        io.MouseDown[0] = true;
        draw();
        io.MouseDown[0] = false;
        draw();
    }

    void open(DeskForm form)
    {
        hear(state, OpenForm{form}, data);
        for (int i = 0; i < 4; ++i)
            draw();  // ImGui takes some frames to give the keyboard to a field
    }

    void type(const char* text)
    {
        ImGui::GetIO().AddInputCharactersUTF8(text);
        draw();
    }

    void strike(int key)
    {
        ImGui::GetIO().KeysDown[key] = true;
        draw();
        ImGui::GetIO().KeysDown[key] = false;
        draw();
    }

    template <class T>
    const T* only() const
    {
        return requests.size() == 1 ? std::get_if<T>(&requests.front()) : nullptr;
    }

    FrameSize frame;
    Layout layout;
    Card card;
    ViewState view;
    DeskData data = fake_desk();
    DeskState state;
    BriefingData briefing{"Ten calls in five minutes", "the duty controller of the sector", "", "begin"};
    std::unique_ptr<GuiContext> gui;
    std::vector<DeskRequest> requests;
};

template <class T>
bool asks(const KeyPress& press, const DeskState& state = {})
{
    const std::vector<DeskRequest> requests = desk_requests_of(press, fake_desk(), state);
    return requests.size() == 1 && std::holds_alternative<T>(requests.front());
}

bool opens(const KeyPress& press, DeskForm form)
{
    const std::vector<DeskRequest> requests = desk_requests_of(press, fake_desk(), {});
    return requests.size() == 1 && std::get<OpenForm>(requests.front()).form == form;
}

}  // namespace

TEST_CASE("Every task at the desk has its key")
{
    CHECK(asks<TakeUp>({Key::t}));
    CHECK(asks<LogEntry>({Key::e}));
    CHECK(asks<LogExit>({Key::x}));
    CHECK(asks<SelectNextNumber>({Key::tab}));
    CHECK(opens({Key::k}, DeskForm::classify));
    CHECK(opens({Key::c}, DeskForm::call));
    CHECK(opens({Key::h}, DeskForm::heading));
    CHECK(opens({Key::r}, DeskForm::report));
    CHECK(opens({Key::f10}, DeskForm::finish));
    CHECK(opens({Key::f1}, DeskForm::help));
    CHECK(std::get<SayPhrase>(desk_requests_of({Key::digit_3}, fake_desk(), {}).front()).phrase == 2);
    DeskData two = fake_desk();
    two.phrases.resize(2);
    CHECK(desk_requests_of({Key::digit_3}, two, {}).empty());
    CHECK(desk_requests_of({Key::t, false, true}, fake_desk(), {}).empty());
    std::set<std::pair<Key, bool>> presses;
    for (const DeskKey& key : desk_keys())
        CHECK(presses.insert({key.press.key, key.press.shift}).second);
}

TEST_CASE("While a form is open, keys are the form's")
{
    DeskState state;
    state.form = DeskForm::classify;
    CHECK(std::get<Classify>(desk_requests_of({Key::digit_2}, fake_desk(), state).front()).category ==
          "military, friendly");
    CHECK(desk_requests_of({Key::digit_4}, fake_desk(), state).empty());
    CHECK(desk_requests_of({Key::t}, fake_desk(), state).empty());
    state.form = DeskForm::finish;
    CHECK(asks<FinishExercise>({Key::enter}, state));
    CHECK(desk_requests_of({Key::f10}, fake_desk(), state).empty());
    for (const DeskForm form : {DeskForm::call, DeskForm::heading, DeskForm::report}) {
        state.form = form;
        CHECK(is_writing(state));
        CHECK(desk_requests_of({Key::t}, fake_desk(), state).empty());
        CHECK(desk_requests_of({Key::digit_1}, fake_desk(), state).empty());
        CHECK(asks<OpenForm>({Key::escape}, state));
    }
}

TEST_CASE("A trainee may look about, but neither move the clock nor see where aircraft truly are")
{
    for (const Request& request : {Request{ZoomBy{}},
                                   {PanBy{}},
                                   {SetUnit{}},
                                   {SetPalette{}},
                                   {Select{}},
                                   {Quit{}},
                                   {Toggle{Switch::vectors}},
                                   {Toggle{Switch::mute}},
                                   {SavePicture{}}})
        CHECK(is_for_trainee(request));
    for (const Request& request : {Request{SeekTo{}},
                                   {PlayOrPause{}},
                                   {SetSpeed{}},
                                   {StepTime{}},
                                   {JumpMoment{}},
                                   {Toggle{Switch::truth}},
                                   {Toggle{Switch::sweep}},
                                   {SetLayout{}},
                                   {SetPage{}},
                                   {ShowAccount{}},
                                   {AddBookmark{}},
                                   {SetLoop{}},
                                   {OpenFiles{}},
                                   {Reverse{}}})
        CHECK_FALSE(is_for_trainee(request));
    CHECK(is_for_instructor(Toggle{Switch::truth}));
    CHECK_FALSE(is_for_instructor(SeekTo{}));
    CHECK_FALSE(is_for_instructor(SetLayout{}));
    // The help of the desk has no key twice.
    std::set<std::string_view> keys;
    for (const DeskKey& key : desk_keys())
        keys.insert(key.keys);
    for (const Shortcut* shortcut : trainee_shortcuts({}))
        CHECK(keys.insert(shortcut->keys).second);
}

TEST_CASE("A click on a button of the desk does what its key does")
{
    DeskHand hand;
    const DeskPlaces places = desk_places(snapped(*hand.layout.desk), 1, hand.data);
    std::size_t place = 0;
    for (const DeskKey& key : desk_keys()) {
        if (!key.is_button)
            continue;
        CAPTURE(key.keys);
        hand.state = {};
        hand.requests.clear();
        hand.click(places.buttons.at(place++));
        REQUIRE(hand.requests.size() == 1);
        CHECK(hand.requests.front().index() == key.requests(hand.data).front().index());
    }
    CHECK(place == places.buttons.size());
}

TEST_CASE("A click on a track selects it, and one on a phrase says it")
{
    DeskHand hand;
    const DeskPlaces places = desk_places(snapped(*hand.layout.desk), 1, hand.data);
    hand.click({places.tracks.x + 40, places.tracks.y + 65, 10, 4});
    REQUIRE(hand.only<SelectNumber>());
    hand.requests.clear();
    hand.click({places.phrases.x + 60, places.phrases.y + 50, 10, 4});
    REQUIRE(hand.only<SayPhrase>());
    CHECK(hand.only<SayPhrase>()->phrase == 0);
}

TEST_CASE("A typed call is said by Enter, and an empty one is not")
{
    DeskHand hand;
    hand.open(DeskForm::call);
    CHECK(ImGui::GetIO().WantTextInput);
    hand.strike(ImGuiKey_Enter);
    CHECK(hand.requests.empty());
    CHECK(hand.state.form == DeskForm::call);
    hand.open(DeskForm::call);
    hand.type("Geri dön, şimdi.");
    hand.strike(ImGuiKey_Enter);
    REQUIRE(hand.only<SayText>());
    CHECK(hand.only<SayText>()->text == "Geri dön, şimdi.");
    CHECK(hand.state.form == DeskForm::none);
}

TEST_CASE("A heading that is none is told and asked for again")
{
    DeskHand hand;
    hand.open(DeskForm::heading);
    hand.type("400");
    hand.strike(ImGuiKey_Enter);
    CHECK(hand.requests.empty());
    CHECK_FALSE(hand.state.problem.empty());
    hand.open(DeskForm::heading);
    hand.type("180");
    hand.strike(ImGuiKey_Enter);
    REQUIRE(hand.only<OrderHeading>());
    CHECK(hand.only<OrderHeading>()->deg == 180);
}

TEST_CASE("Escape leaves a field and its form, and nothing is sent")
{
    DeskHand hand;
    hand.open(DeskForm::call);
    hand.type("never mind");
    hand.strike(ImGuiKey_Escape);
    REQUIRE(hand.only<OpenForm>());
    CHECK(hand.only<OpenForm>()->form == DeskForm::none);
    CHECK(hand.state.form == DeskForm::none);
}

TEST_CASE("A report goes from field to field by Enter, and is sent by the last")
{
    DeskHand hand;
    hand.open(DeskForm::report);
    for (const char* text : {"10", "17", "07:24:05"}) {
        hand.type(text);
        hand.strike(ImGuiKey_Enter);
        hand.draw();
        hand.draw();
    }
    REQUIRE(hand.only<SendReport>());
    const std::vector<std::pair<std::string, std::string>> sent{
        {"calls", "10"}, {"dwell_s", "17"}, {"entry_time", "07:24:05"}};
    CHECK(hand.only<SendReport>()->figures == sent);
}

TEST_CASE("The instructor's keys pause, step back, inject and end, and the end is asked for twice")
{
    const InstructorData data = fake_instructor();
    const auto first = [&](const KeyPress& press, const DeskState& state = {}) {
        const std::vector<DeskRequest> requests = instructor_requests_of(press, data, state);
        REQUIRE(requests.size() == 1);
        return requests.front();
    };
    CHECK(std::get<PauseExercise>(first({Key::p})).paused);
    CHECK(std::get<StepBack>(first({Key::backspace})).by_s == 10);
    CHECK(std::get<StepBack>(first({Key::backspace, true})).by_s == 30);
    CHECK(std::get<MakeInject>(first({Key::digit_1})).id == "drop");
    CHECK(instructor_requests_of({Key::digit_2}, data, {}).empty());
    CHECK(std::get<OpenForm>(first({Key::f10})).form == DeskForm::finish);
    DeskState sure;
    sure.form = DeskForm::finish;
    CHECK(std::holds_alternative<FinishExercise>(first({Key::enter}, sure)));
    InstructorData over = data;
    over.is_running = false;
    CHECK(instructor_requests_of({Key::p}, over, {}).empty());
}

TEST_CASE("A briefing of ninety words is written in lines of at least a thirtieth of the frame's height")
{
    std::string words;
    for (int i = 0; i < 90; ++i)
        words += i % 30 == 29 ? "border.\n\n" : "aircraft ";
    for (const auto& [width, height] : {std::pair{1280, 720}, {1920, 1080}, {3840, 2160}}) {
        DeskHand hand({width, height, natural_scale(LayoutId::exercise, width, height)}, Card::briefing);
        hand.briefing.text = words;
        hand.draw();
        hand.draw();
        // Letters without ascenders are about half of their line.
        float highest = 0;
        for (const Letter& letter : letters_drawn())
            highest = std::max(highest, letter.box.height);
        const float least = static_cast<float>(height) / 30;
        CHECK(hand.gui->text_sizes()[FontId::card].height_px >= least);
        CHECK(highest >= 0.55F * least);
        CHECK(letters_drawn().size() > 500);
        check_letters(hand.frame.scale);
    }
}

TEST_CASE("No letter of the desk, its forms and the cards is cut or stands on another, at any size")
{
    for (const auto& [width, height] :
         {std::pair{1280, 720}, {1920, 1080}, {2560, 1440}, {1024, 768}, {1600, 900}, {900, 1200}}) {
        const FrameSize frame{width, height, natural_scale(LayoutId::exercise, width, height)};
        for (const Card card : {Card::desk, Card::score, Card::instructor}) {
            if (card == Card::instructor && !layout_of(LayoutId::full, frame).side)
                continue;
            CAPTURE(width, height, static_cast<int>(card));
            DeskHand hand(frame, card);
            hand.data = fake_desk(30);
            hand.draw();
            hand.draw();
            check_letters(frame.scale);
        }
        for (const DeskForm form : {DeskForm::classify, DeskForm::call, DeskForm::heading, DeskForm::report,
                                    DeskForm::finish, DeskForm::help}) {
            CAPTURE(width, height, static_cast<int>(form));
            DeskHand hand(frame);
            hand.open(form);
            const std::vector<Letter> letters = letters_drawn();
            CHECK(std::none_of(letters.begin(), letters.end(),
                               [&](const Letter& letter) { return is_cut(letter, frame.scale); }));
        }
    }
}

}  // namespace incursion
