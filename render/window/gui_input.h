#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <vector>

namespace incursion {

/// Mouse and keys between two frames, as ImGui wants them: a press that is over before the frame began still lasts
/// one frame, so that quick clicks and key strokes are not lost (ImGui 1.86 has no queue for them).
class GuiInput {
public:
    static constexpr std::size_t key_count = 512;  ///< GLFW's codes
    static constexpr std::size_t button_count = 5;

    void move(float x_px, float y_px);  ///< pixels of the frame
    void leave();                       ///< the pointer is away
    void press_button(std::size_t button, bool is_down);
    void scroll(float right, float up) { scroll_right_ += right, scroll_up_ += up; }
    void press_key(std::size_t key, bool is_down);
    void type(unsigned code_point) { typed_.push_back(code_point); }
    void release_all();  ///< the window lost the keyboard

    /// Puts all of it into the io of ImGui's current context, for one frame. Before ImGui::NewFrame().
    void give_to_gui();

private:
    bool is_over_ = false;
    float x_px_ = 0, y_px_ = 0, scroll_right_ = 0, scroll_up_ = 0;
    std::bitset<button_count> buttons_, pressed_buttons_;
    std::bitset<key_count> keys_, pressed_keys_;
    std::vector<unsigned> typed_;
};

}  // namespace incursion
