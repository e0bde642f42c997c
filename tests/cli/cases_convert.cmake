# What `convert` does: tracks in, the same tracks in another format out. equator.csv flies along the equator; it is in
# the square (10 to 11 degrees east) from 225 s to 725 s, whatever format it comes through.
set(flown "equator,AAA,AAA,true,2020-01-01T00:03:45.000000Z,[^\n]*,2020-01-01T00:12:05.000000Z,")
foreach(ending csv gpx kml kmz geojson geojsonl txt.acmi zip.acmi gpkg fgb shp)
  string(REPLACE "." "_" folder "${ending}")
  add_test(NAME "cli: convert keeps the visits of a track in .${ending}"
           COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/convert_round.sh" "$<TARGET_FILE:incursion>" "${files}" "${ending}"
                   "${CMAKE_CURRENT_BINARY_DIR}/convert_round_${folder}")
endforeach()
cli_case("convert writes a GPX file and says nothing" STATUS 0 SETUP "${setup}" ARGS convert equator.csv equator.gpx
  FILES "equator.gpx=<trk><name>equator</name><trkseg>\n<trkpt lat=\"0\" lon=\"9.55\"><ele>3000</ele><time>2020-01-01T00:00:00.000000Z</time>")
cli_case("convert says what it did where asked" STATUS 0 SETUP "${setup}" ARGS convert -v equator.csv equator.kmz
  ERR "incursion: equator.kmz: 21 fixes in 1 track\n" FILES "equator.kmz=^PK")
cli_case("convert refuses to replace a file" STATUS 1 SETUP "${setup}" ARGS convert equator.csv odd_rows.csv
  ERR_MATCHES "odd_rows.csv.*--overwrite")
cli_case("convert replaces a file where told to" STATUS 0 SETUP "${setup}"
  ARGS convert --overwrite equator.csv odd_rows.csv FILES "odd_rows.csv=^time,track_id,lon,lat,alt_m,accuracy_m\n2020")
cli_case("convert says which formats there are" STATUS 2 SETUP "${setup}" ARGS convert equator.csv equator.doc
  ERR_MATCHES "equator.doc: its ending does not tell the format. name one. the formats are: csv .*, acmi .Tacview ACMI 2.2: .txt.acmi")
cli_case("convert to standard output needs a format" STATUS 2 ARGS convert equator.csv -
  ERR_MATCHES "standard output has no ending")
cli_case("convert needs an input and an output" STATUS 2 ARGS convert equator.csv
  ERR_MATCHES "name the files to read and, last, the file to write")
cli_case("convert writes text to standard output" STATUS 0 SETUP "${setup}" ARGS convert equator.csv - -f acmi
  OUT_MATCHES "FileType=text/acmi/tacview\nFileVersion=2.2\n0,ReferenceTime=2020-01-01T00:00:00Z\n0,DataRecorder=Incursion\n#0\n1,T=9.55.0.3000,Type=Air.FixedWing,Name=equator,CallSign=equator\n#50\n1,T=9.65..\n")
cli_case("convert cannot write a zip to standard output" STATUS 1 SETUP "${setup}" ARGS convert equator.csv - -f kmz
  ERR_MATCHES "cannot be written to standard output")
cli_case("convert renames what is called alike" STATUS 0 SETUP "${setup}"
  ARGS convert equator.csv equator.csv twice.csv
  ERR "equator.csv: warning: track 'equator' is written as 'equator (2)', as another one is called so\n"
  FILES "twice.csv=,equator,.*,equator \\(2\\),")
cli_case("convert writes the others where an input fails" STATUS 3 SETUP "${setup}"
  ARGS convert no_columns.csv equator.csv both.csv ERR_MATCHES "no_columns.csv:1: no column holds" FILES "both.csv=,equator,")
cli_case("convert writes nothing where no input can be read" STATUS 1 SETUP "${setup}"
  ARGS convert no_columns.csv none.csv ERR_MATCHES "no_columns.csv:1: no column holds")
cli_case("convert writes the tracks that are picked" STATUS 0 SETUP "${setup}"
  ARGS convert equator.csv equator.csv --track equator picked.geojson -q FILES "picked.geojson=\"equator\".*\"equator \\(2\\)\"")
cli_case("convert knows the tracks that it does not find" STATUS 1 SETUP "${setup}"
  ARGS convert equator.csv --track equato none.gpx
  ERR "incursion: no input has a track 'equato' (did you mean 'equator'?)@SEMICOLON@ the tracks are: equator\n")
cli_case("convert takes the columns and altitudes that are named" STATUS 0 SETUP "${setup}"
  ARGS convert equator.csv --columns alt=alt_m:ft:pressure --altitude pressure feet.csv
  FILES "feet.csv=alt_pressure_m.*,914.4,")
cli_case("convert knows the zeros of altitudes" STATUS 2 ARGS convert a.csv b.csv --altitude agl ERR_MATCHES "agl not in")
cli_case("convert reads standard input once" STATUS 2 ARGS convert - - out.csv
  ERR_MATCHES "standard input can be read only once")
cli_case("convert fails as a whole where a wrong row must not be" STATUS 1 SETUP "${setup}"
  ARGS convert --strict odd_rows.csv out.gpx ERR_MATCHES "odd_rows.csv:")
cli_case("convert explains itself with examples" STATUS 0 ARGS convert --help
  OUT_MATCHES "^Usage: incursion convert .*IN\\.\\.\\. OUT.*\nExamples\n  incursion convert flight.gpx flight.csv\n")
