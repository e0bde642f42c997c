# Footage, and what goes wrong before any is drawn.
cli_case("record without an output is a wrong call" STATUS 2 ARGS record x.toml ERR_MATCHES "--output is required")
cli_case("record to standard output is a wrong call" STATUS 2 ARGS record x.toml -o -
  ERR_MATCHES "footage is written to a file")
cli_case("record to an unknown ending is a wrong call" STATUS 2 ARGS record x.toml -o film.avi
  ERR_MATCHES "no format is known by the ending of 'film.avi'")
cli_case("a picture needs its instant" STATUS 2 ARGS record x.toml -o a.png ERR_MATCHES "add --at INSTANT")
cli_case("a film has no single instant" STATUS 2 ARGS record x.toml -o a.mp4 --at entry ERR_MATCHES "--at is for a single picture")
cli_case("a size that is none is a wrong call" STATUS 2 ARGS record x.toml -o a.mp4 --size 1280 ERR_MATCHES "'1280' is no size")
cli_case("an odd size is no film" STATUS 2 ARGS record x.toml -o a.mp4 --size 1281x720 ERR_MATCHES "even")
cli_case("track files without airspaces are a wrong call" STATUS 2 ARGS record a.csv -o a.mp4 ERR_MATCHES "add --airspace FILE")
cli_case("a scenario beside track files is a wrong call" STATUS 2 ARGS replay a.toml b.csv ERR_MATCHES "one scenario, or track files")
cli_case("a range that has no unit is a wrong call" STATUS 2 ARGS replay a.toml --range 40 ERR_MATCHES "^incursion: --range: ")
cli_case("a scenario that is not there fails before anything is drawn" STATUS 1 ARGS record x.toml -o a.mp4
  ERR_MATCHES "x.toml.*\nincursion: nothing was recorded")

cli_case("record draws a picture" STATUS 0 SETUP "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake"
  ARGS record scenario.toml -o a.png --at start --size 640x360 FILES "a.png=PNG")
cli_case("record draws a film, and nothing else is left" STATUS 0 SETUP "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake"
  ARGS record scenario.toml -o a.mp4 --from start --to start+1s --fps 5 --size 640x360 FILES "a.mp4=.*")
cli_case("record refuses to replace a file" STATUS 1 SETUP "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake"
  ARGS record scenario.toml -o scenario.toml -f mp4 ERR_MATCHES "scenario.toml.*--overwrite")
cli_case("record refuses an account that does not exist" STATUS 1 SETUP "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake"
  ARGS record scenario.toml -o a.png --at start --account nobody ERR_MATCHES "there is no account 'nobody'")
cli_case("record refuses an instant that is none" STATUS 1 SETUP "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake"
  ARGS record scenario.toml -o a.png --at noon ERR_MATCHES "--at: 'noon' is no instant")
cli_case("tracks without a scenario are drawn against airspaces" STATUS 0 SETUP "${CMAKE_CURRENT_SOURCE_DIR}/copy_files.cmake"
  ARGS record equator.csv --airspace square.geojson -o a.png --at entry --size 640x360 FILES "a.png=PNG" ERR_MATCHES "")
