# Tours, and what goes wrong before anything is shown.
set(copied "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake")
cli_case("a tour of a scenario without steps says what is missing, without a display" STATUS 1 SETUP "${copied}"
  ARGS tour scenario.toml
  ERR "incursion: scenario.toml: there is no [[step]] here, so there is no tour@SEMICOLON@ write some (scenarios/README.md tells how), or use 'replay'\n")
cli_case("a film of a tour without steps says so too" STATUS 1 SETUP "${copied}"
  ARGS record scenario.toml --tour -o a.mp4 ERR_MATCHES "there is no \\[\\[step\\]\\] here")
cli_case("a tour is of a scenario" STATUS 2 ARGS tour tracks.csv ERR_MATCHES "'tracks.csv' is no scenario")
cli_case("a tour of a scenario that is not there fails" STATUS 1 ARGS tour x.toml
  ERR_MATCHES "x.toml.*\nincursion: nothing is shown")
cli_case("loops without a kiosk are a wrong call" STATUS 2 ARGS tour x.toml --loops 2 ERR_MATCHES "add --kiosk")
cli_case("a language of a tour is a tag" STATUS 2 ARGS tour x.toml --lang türkçe ERR_MATCHES "names no language")
foreach(option "--lang|en" "--captions|track" "--subtitles|a.srt" "--narrate")
  string(REPLACE "|" ";" words "${option}")
  string(REPLACE "|" " " told "${option}")
  cli_case("record ${told} is about a tour" STATUS 2 ARGS record x.toml -o a.mp4 ${words} ERR_MATCHES "add --tour")
endforeach()
cli_case("captions that are none of three are a wrong call" STATUS 2
  ARGS record x.toml -o a.mp4 --tour --captions big ERR_MATCHES "big not in")
cli_case("a gif has no track of subtitles" STATUS 2 ARGS record x.toml -o a.gif --tour --captions track
  ERR_MATCHES "--captions track: only an mp4 or a webm")
cli_case("a picture is not narrated" STATUS 2 ARGS record x.toml -o a.png --at start --tour --narrate
  ERR_MATCHES "--narrate: only an mp4 or a webm")
cli_case("a picture has no file of subtitles" STATUS 2 ARGS record x.toml -o a.png --at start --tour --subtitles a.srt
  ERR_MATCHES "--subtitles: a single picture has none")
cli_case("a tour does not run backwards" STATUS 2 ARGS record x.toml -o a.mp4 --tour --speed=-1
  ERR_MATCHES "a tour runs forwards")
cli_case("a step that there is not is no instant" STATUS 1 SETUP "${copied}"
  ARGS record told.toml --tour -o a.png --at "step 5" ERR_MATCHES "--at: there is no step 5. the tour has 4")
cli_case("a picture of a step in a language that it lacks falls back, and says so" STATUS 0 SETUP "${copied}"
  ARGS record told.toml --tour --lang DE -o a.png --at "step 2" --size 640x360 FILES "a.png=PNG"
  ERR_MATCHES "told.toml: warning: step: no step is told in 'de'. there are en, tr")
cli_case("a step whose event does not happen is left out with a warning" STATUS 0 SETUP "${copied}"
  ARGS record untold.toml --tour -o a.png --at "step 1" --size 640x360 FILES "a.png=PNG"
  ERR_MATCHES "untold.toml: warning: step\\[0\\]: there is no entry 2: 'A1' has 1. the step is left out")
cli_case("a film of a tour with a track and a file of subtitles" STATUS 0 SETUP "${copied}"
  ARGS record told.toml --tour --captions track --subtitles a.srt -o a.mp4 --from start+149s --to start+151s --fps 5
       --size 640x360
  FILES "a.mp4=.*" "a.srt=^1\n00:00:01,000 --> 00:00:03,000\nHalf way there\n$")
cli_case("a file of subtitles is not replaced" STATUS 1 SETUP "${copied}"
  ARGS record told.toml --tour --subtitles told.toml -o a.mp4 ERR_MATCHES "told.toml.*--overwrite")
