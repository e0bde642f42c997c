# `train` without a window, and `debrief`: whole runs on the flight of watched.toml (files/lesson.toml has the arithmetic).
# The track came up at 6.25 s and was taken up 20 s later, halfway between full points and none; the call and the logged
# entry were in time: 25 of 30.
cli_case("train --headless prints the score of a log" STATUS 0 SETUP "${setup}"
  ARGS train lesson.toml --log run.jsonl --headless
  OUT_MATCHES "Through a square.*A\\. Watcher: 25 of 30 points, 83\\.3 %.*Take it up *5 of 10.*Call it *10 of 10.*Log its entry *10 of 10")
cli_case("train --headless writes it as JSON, too" STATUS 0 SETUP "${setup}"
  ARGS train lesson.toml --log run.jsonl --headless -o score.json
  FILES "score.json=\"schema\": \"incursion.debrief/1\".*\"points\": 25\\.0,[ \n]*\"out_of\": 30\\.0")
cli_case("train --headless needs a log" STATUS 2 ARGS train lesson.toml --headless
  ERR "incursion: --headless needs a log to play: add --log FILE\nincursion: see 'incursion help train'\n")
cli_case("train takes no format without --headless" STATUS 2 ARGS train lesson.toml -f json
  ERR_MATCHES "^incursion: -f, -o and --overwrite go with --headless.*'incursion debrief'")
cli_case("train --headless takes nothing that is a window's" STATUS 2 ARGS train lesson.toml --log a.jsonl --headless --resume
  ERR_MATCHES "^incursion: --headless opens no window")
cli_case("train --resume needs the log to go on with" STATUS 2 ARGS train lesson.toml --resume
  ERR_MATCHES "^incursion: --resume needs the log")
cli_case("train --headless on a log that is not there fails" STATUS 1 SETUP "${setup}"
  ARGS train lesson.toml --log none.jsonl --headless
  ERR "none.jsonl: there is no such file@SEMICOLON@ check the path
incursion: nothing was scored: mend what is said above@SEMICOLON@ 'incursion check' looks at the files alone\n")

cli_case("debrief finds the lesson by the log" STATUS 0 SETUP "${setup}" ARGS debrief run.jsonl --width 60
  OUT_MATCHES "A\\. Watcher: 25 of 30 points, 83\\.3 %.*Everything that was done.*takes up A01.*SHA-256 of the lesson[ \n]+[0-9a-f]+")
cli_case("debrief of several logs is a table of the class; a torn line is a warning" STATUS 0 SETUP "${setup}"
  ARGS debrief run.jsonl torn_run.jsonl -f csv
  OUT "trainee,log,lesson,points,out_of,share,finished,up,call,in
A. Watcher,run.jsonl,lesson.toml,25,30,0.8333333333333334,true,5,10,10
B. Sleeper,torn_run.jsonl,lesson.toml,0,30,0,false,0,0,0
"
  ERR "torn_run.jsonl:3: warning: this last line was cut short and is passed over\n")
cli_case("debrief tells the class as text" STATUS 0 SETUP "${setup}" ARGS debrief run.jsonl torn_run.jsonl -q --width 120
  OUT_MATCHES "trainee +log +points +share +finished +up +call +in\n.*A\\. Watcher +run\\.jsonl +25 +83\\.3 % +yes +5 +10 +10\n.*B\\. Sleeper +torn_run\\.jsonl +0 +0 % +no +0 +0 +0")
cli_case("a log that cannot be read fails alone" STATUS 3 SETUP "${setup}"
  ARGS debrief bad_run.jsonl run.jsonl -o class.csv
  ERR "bad_run.jsonl:3: this is earlier than the action before it (2020-01-01T00:00:05.000000Z)@SEMICOLON@ only a rewind goes back
bad_run.jsonl:4: there is no action 'tke_up' (did you mean 'take_up'?)
incursion: 1 of 2 logs could not be used, as told above\n"
  FILES "class.csv=^trainee,[^\n]*\nA\\. Watcher,run\\.jsonl,[^\n]*\n$")
cli_case("debrief of logs of which none can be read fails" STATUS 1 SETUP "${setup}" ARGS debrief bad_run.jsonl
  ERR_MATCHES "incursion: nothing was debriefed: mend what is said above")
cli_case("a lesson that changed since is a warning" STATUS 0 SETUP "${setup}" ARGS debrief old_run.jsonl -f csv
  OUT_MATCHES "C\\. Earlier,old_run\\.jsonl"
  ERR_MATCHES "^old_run.jsonl:1: warning: lesson.toml is not what it was when this log was made \\(SHA-256 00ff then, [0-9a-f]+ now\\)")
cli_case("a lesson that the log does not find is asked for" STATUS 1 SETUP "${setup}" ARGS debrief lost_run.jsonl
  ERR_MATCHES "^lost_run.jsonl:1: lesson: there is no file 'elsewhere/lesson.toml'. name the lesson by --lesson FILE\n")
cli_case("debrief --lesson names it" STATUS 0 SETUP "${setup}" ARGS debrief lost_run.jsonl --lesson lesson.toml -f csv
  OUT_MATCHES "A\\. Watcher,lost_run\\.jsonl,lesson\\.toml,25,30")
cli_case("debrief writes a page that stands alone" STATUS 0 SETUP "${setup}" ARGS debrief run.jsonl -o run.html
  FILES "run.html=^<!DOCTYPE html>.*83\\.3 %.*<svg id=\"timeline\".*<svg id=\"distances\".*</html>\n$")
cli_case("debrief refuses to replace a file" STATUS 1 SETUP "${setup}" ARGS debrief run.jsonl -o glider.toml -f json
  ERR_MATCHES "glider.toml: .*--overwrite")
cli_case("debrief does not put a class on one page" STATUS 2 ARGS debrief a.jsonl b.jsonl -f html
  ERR_MATCHES "^incursion: html holds the debrief of one log. several make a table: -f text or -f csv\n")
cli_case("debrief knows the format by the ending or not at all" STATUS 2 ARGS debrief a.jsonl -o a.pdf
  ERR_MATCHES "no format is known by the ending of 'a.pdf'")
cli_case("debrief --at without pictures is a wrong call" STATUS 2 ARGS debrief a.jsonl --at entry
  ERR_MATCHES "^incursion: --at goes with -f html and with --replay\n")
cli_case("debrief --at outside the exercise fails" STATUS 1 SETUP "${setup}"
  ARGS debrief run.jsonl -o run.html --at 2021-01-01T00:00:00Z ERR_MATCHES "--at: 2021-01-01T00:00:00Z lies outside the exercise")
cli_case("debrief --replay writes nothing" STATUS 2 ARGS debrief a.jsonl --replay -o a.html
  ERR_MATCHES "^incursion: --replay opens a window and writes nothing")

cli_case("check is content with a good lesson and a good log" STATUS 0 SETUP "${setup}" ARGS check lesson.toml run.jsonl
  OUT "lesson.toml: ok: 3 tasks, 1 phrase, 0 injects
run.jsonl: ok: 5 actions, lesson lesson.toml
0 errors and 0 warnings in 2 files
")
cli_case("check finds every problem of a lesson and of a log" STATUS 1 SETUP "${setup}"
  ARGS check broken_lesson.toml bad_run.jsonl
  OUT_MATCHES "^broken_lesson.toml:3: role: .*broken_lesson.toml:6: rules: 'airspace' is missing.*broken_lesson.toml:7: rules.first_call: .*broken_lesson.toml:9: task\\[0\\]: 'within' is missing.*broken_lesson.toml:13: task\\[0\\].aircraft: there is no aircraft 'B1'.*bad_run.jsonl:3: .*bad_run.jsonl:4: .*7 errors and 0 warnings in 2 files\n$")
cli_case("the lessons that come with the program are in order" STATUS 0
  ARGS check "${PROJECT_SOURCE_DIR}/scenarios/hatay-2015/lesson.toml" "${PROJECT_SOURCE_DIR}/scenarios/porvoo-2016/lesson.toml"
             "${PROJECT_SOURCE_DIR}/scenarios/porvoo-2016/evening-lesson.toml"
  OUT_MATCHES "0 errors and 0 warnings in 3 files\n$")
if(NOT INCURSION_RENDER)
  cli_case("train says that the window is not in a build without graphics" STATUS 1 ARGS train lesson.toml
    ERR_MATCHES "^incursion: this program was built without graphics, so it cannot show an exercise")
  cli_case("debrief --replay says that it is not in a build without graphics" STATUS 1 SETUP "${setup}"
    ARGS debrief run.jsonl --replay ERR_MATCHES "^incursion: this program was built without graphics, so it cannot replay a debrief")
endif()
