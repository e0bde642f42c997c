set(prepare_options --edges geodesic)
include("${CMAKE_CURRENT_LIST_DIR}/copy_files_and_use_prepared.cmake")
