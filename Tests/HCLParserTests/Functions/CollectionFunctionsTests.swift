import Testing

@Suite("Functions of collections")
struct CollectionFunctionsTests {
  @Test(
    "look up and cut out",
    arguments: [
      Row(#"length(["a", "b"])"#, "2"), Row("length([])", "0"), Row("length(convert({ a = 1 }, map(number)))", "1"),
      .fails("length(\"ab\")", "collection must be a list, a map or a tuple"),
      .fails("length({ a = 1 })", "collection must be a list"), .fails("length(5)", "collection must be a list"),
      Row(#"element(["a", "b", "c"], 4)"#, #""b""#), Row(#"element(["a", "b", "c"], -1)"#, #""c""#),
      .fails("element([], 0)", "empty list"), .fails(#"element({}, 0)"#, "cannot read elements from object"),
      Row(#"index(["x", "y"], 1)"#, #""y""#), Row(#"index(convert({ a = 1 }, map(number)), "a")"#, "1"),
      .fails(#"index(["x"], 1)"#, "invalid index"), .fails(#"index(["x"], "0")"#, "key for tuple must be number"),
      .fails(#"index({ a = 1 }, "a")"#, "does not have any indices"),
      Row(#"lookup({ a = "1" }, "z", "none")"#, #""none""#),
      Row(#"lookup({ a = "1" }, "a", "none")"#, #""1""#),
      Row(#"lookup(convert({ a = "1" }, map(string)), "z", 5)"#, #""5""#),
      .fails(#"lookup({ a = 1 }, "a")"#, "needs a value for \"default\""),
      .fails(#"lookup(convert({ a = 1 }, map(number)), "z", "x")"#, "same type as the map elements"),
      Row(#"contains(["a", "b"], "b")"#, "true"), Row(#"contains([1], "1")"#, "false"),
      Row("contains([null], null)", "true"),
      .fails(#"contains("abc", "a")"#, "argument must be list, tuple, or set"),
      Row("keys({ b = 1, a = 2 })", #"["a","b"]"#), Row("values({ b = 1, a = 2 })", "[2,1]"),
      .fails("keys([1])", "must have map or object type"), .fails("values(1)", "requires a map"),
      Row(#"chunklist(["a", "b", "c"], 2)"#, #"[["a","b"],["c"]]"#), Row("chunklist([1, 2], 0)", "[[1,2]]"),
      Row("chunklist([], 3)", "[]"), .fails("chunklist([1], -1)", "must be positive"),
      Row(#"slice(["a", "b", "c", "d"], 1, 3)"#, #"["b","c"]"#), Row("slice([1], 1, 1)", "[]"),
      .fails("slice([1], 0, 2)", "end index must not be greater than the length"),
      .fails("slice([1, 2], 2, 1)", "start index must not be greater than end index"),
      .fails("slice([1], -1, 1)", "less than zero"),
      .fails("slice(convert([1], set(number)), 0, 1)", "cannot slice a set"),
      Row(#"coalesce(null, "first", "second")"#, #""first""#), Row(#"coalesce("", "x")"#, #""""#),
      Row(#"coalesce(null, 1, "x")"#, #""1""#), .fails("coalesce(null)", "no non-null arguments"),
      .fails("coalesce()", "no non-null arguments"), .fails("coalesce([1], \"a\")", "same type"),
      Row(#"coalescelist([], ["x"])"#, #"["x"]"#), .fails("coalescelist([])", "no non-null arguments"),
      .fails("coalescelist(1)", "must be lists or tuples"), .fails("coalescelist()", "at least one argument"),
    ])
  func lookUps(row: Row) { #expect(row.mismatch == nil) }

  @Test(
    "build lists and maps",
    arguments: [
      Row("merge({ a = 1, b = 1 }, { b = 2, c = 2 })", #"{"a":1,"b":2,"c":2}"#), Row("merge()", "{}"),
      Row("merge(null, { a = 1 })", #"{"a":1}"#), .fails("merge([1])", "must be maps or objects"),
      Row(#"zipmap(["k1", "k2"], [true, false])"#, #"{"k1":true,"k2":false}"#), Row("zipmap([], [])", "{}"),
      .fails(#"zipmap(["a"], [])"#, "number of keys (1) does not match number of values (0)"),
      Row(#"concat(["a"], ["b", "c"])"#, #"["a","b","c"]"#), Row("concat([], [1])", "[1]"),
      .fails("concat()", "at least one argument"), .fails("concat([1], 2)", "must be lists or tuples"),
      Row(#"flatten([["a"], [], ["b", ["c"]]])"#, #"["a","b","c"]"#), Row("flatten([1, null])", "[1,null]"),
      .fails("flatten(1)", "can only flatten"), Row(#"distinct(["a", "b", "a", "c", "b"])"#, #"["a","b","c"]"#),
      Row("distinct([])", "[]"), Row(#"distinct([[1], [2], [1]])"#, "[[1],[2]]"),
      Row(#"compact(["a", "", "b", null])"#, #"["a","b"]"#),
      Row("range(3)", "[0,1,2]"), Row("range(-2)", "[0,-1]"), Row("range(5, 1)", "[5,4,3,2]"),
      Row("range(1, 8, 3)", "[1,4,7]"),
      Row("range(0)", "[]"), Row("range(0, 1, 0.25)", "[0,0.25,0.5,0.75]"), Row("length(range(1024))", "1024"),
      .fails("range(1025)", "more than 1024 values"), .fails("range(0, 1, 0)", "step must not be zero"),
      .fails("range(1, 0, 1)", "end must be greater"), .fails("range(0, 1, -1)", "end must be less"),
      .fails("range()", "one, two, or three"), .fails("range(1, 2, 3, 4)", "one, two, or three"),
    ])
  func sequences(row: Row) { #expect(row.mismatch == nil) }

  @Test(
    "reckon with sets",
    arguments: [
      Row(#"setunion(["a", "b"], ["b", "c"])"#, #"["a","b","c"]"#), Row(#"setunion(["b", "a"])"#, #"["a","b"]"#),
      Row(#"setunion([1], ["a"])"#, #"["1","a"]"#), Row(#"setintersection(["a", "b"], ["b", "c"])"#, #"["b"]"#),
      Row(#"setintersection([1, 2], ["2"])"#, #"["2"]"#), Row("setintersection([1], [])", "[]"),
      Row(#"setproduct(["a", "b"], [1, 2])"#, #"[["a",1],["a",2],["b",1],["b",2]]"#),
      Row("setproduct([1], [])", "[]"),
      .fails("setproduct([1])", "at least two arguments"),
      .fails("setproduct([1], 2)", "a set or a list is required"),
      .fails("setproduct(range(1000), range(1000), range(1000))", "more than"),
      .fails("setunion([1], [[1]])", "compatible element types"),
    ])
  func sets(row: Row) { #expect(row.mismatch == nil) }

  @Test(
    "hand unknown parts on without a report",
    arguments: [
      Row("length([uuidv4()])", "1"), Row("element([uuidv4(), 2], 1)", "2"),
      Row("length(uuidv4() == \"x\" ? [1] : [2])", "unknown"),
      Row("contains([uuidv4()], \"a\")", "unknown"), Row("keys({ a = uuidv4() })", #"["a"]"#),
      Row("merge({ a = uuidv4() }, { b = 1 }).b", "1"), Row("upper(uuidv4())", "unknown"),
      Row("jsonencode([uuidv4()])", "unknown"), Row("coalesce(uuidv4(), 1)", "unknown"),
    ])
  func unknowns(row: Row) { #expect(row.mismatch == nil) }

  @Test(
    "run try, can and convert",
    arguments: [
      Row("can({ a = 1 }.a)", "true"), Row("can({ a = 1 }.b)", "false"), Row(#"try({}.a, {}.b, "x")"#, #""x""#),
      Row(#"convert(["1", "2"], list(number))"#, "[1,2]"),
      Row(#"convert(["b", "a", "b"], set(string))"#, #"["a","b"]"#),
      Row("convert({ a = 1 }, map(string))", #"{"a":"1"}"#), .fails("try()", "needs an expression"),
      .fails("convert(\"x\", number)", "number"),
    ])
  func types(row: Row) { #expect(row.mismatch == nil) }
}
