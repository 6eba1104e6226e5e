using System.IO.Compression;
using System.Text;
using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Tabular;

public sealed class CsvTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    [InlineData(" ")]
    public void The_separator_is_found_out(string separator)
    {
        Table table = Read("x,word,n\n0.5,one,1\n-2e3,two,2\n".Replace(",", separator));
        Assert.Equal(["x", "word", "n"], table.Names);
        Assert.Equal([ColumnKind.Number, ColumnKind.Text, ColumnKind.Integer], Kinds(table));
        Assert.Equal([0.5f, -2000], table.ToTensor("x").ToArray());
        Assert.Equal(["one", "two"], table.Column("word").Categories);
    }

    [Fact]
    public void Quotes_line_breaks_byte_order_marks_and_blanks_are_read()
    {
        Table table = Read("\uFEFF\"a\",b\r\n\"x, \"\"y\"\"\r\nz\", 1\r\n\r\n  5\" pipe ,2\r\n\"\",\"3\"");
        Assert.Equal(["a", "b"], table.Names);
        Assert.Equal(["x, \"y\"\r\nz", "5\" pipe", null], Texts(table, "a"));
        Assert.Equal([1, 2, 3], table.Column("b").ToTensor(DType.Int32).ToArray<int>());
        Assert.Equal(["1", "2"], Texts(Read("a,b\r1,2\r2,3\r"), "a"));
    }

    [Fact]
    public void Kinds_are_found_out_from_all_rows()
    {
        Table table = Read("""
            whole,late,code,truth,gap,day,nothing,big,word,wide
            1,1,007,true,1,2024-02-29,,16777217,yes,1e300
            -2,2,008,FALSE,,,NA,,no,0
            +3,x,012,True,3,2024-03-01T12:00:00Z,?,1,yes,1
            """);
        Assert.Equal(
            [
                ColumnKind.Integer, ColumnKind.Text, ColumnKind.Text, ColumnKind.Boolean, ColumnKind.Number,
                ColumnKind.Date, ColumnKind.Number, ColumnKind.Number, ColumnKind.Text, ColumnKind.Number,
            ], Kinds(table));
        Assert.Equal([1, -2, 3], table.Column("whole").ToTensor(DType.Int32).ToArray<int>());
        Assert.Equal(["1", "2", "x"], Texts(table, "late"));
        Assert.Equal(["007", "008", "012"], Texts(table, "code"));
        Assert.Equal([1, float.NaN, 3], table.Column("gap").ToTensor().ToArray());
        Assert.Equal(["2024-02-29", null, "2024-03-01 12:00:00"], Texts(table, "day"));
        Assert.Equal(3, table.Column("nothing").MissingCount);
        Assert.Equal(16777217, table.Column("big").Number(0));
        Assert.Equal(1e300, table.Column("wide").Number(0));
    }

    [Fact]
    public void Whole_numbers_take_the_width_they_need()
    {
        Table table = Read("a,b,c\n2147483647,2147483648,9223372036854775808\n-2147483648,-9223372036854775808,1\n");
        Assert.Equal([ColumnKind.Integer, ColumnKind.Integer, ColumnKind.Number], Kinds(table));
        Assert.Equal([2147483648, long.MinValue], table.Column("b").ToTensor(DType.Int64).ToArray<long>());
        Assert.Equal(9223372036854775808.0, table.Column("c").Number(0));
    }

    [Fact]
    public void Numbers_are_rounded_as_the_base_class_library_does()
    {
        var random = new Random(3);
        string[] cells =
        [
            "0", "-0", "-0.0", "+1", ".5", "5.", "1e5", "-1E-5", "16777216", "16777217", "0.1", "1.00000000000000001",
            "9007199254740993", "123456789012345678901234567890", "inf", "-Infinity", "1e-46",
            .. Enumerable.Range(0, 3000).Select(i => random.NextDouble().ToString($"F{1 + (i % 17)}")),
            .. Enumerable.Range(0, 3000)
                .Select(i => (random.Next() * Math.Pow(10, random.Next(-12, 12))).ToString("G9")),
        ];
        string content = "x\n" + string.Concat(cells.Select(cell => $"{cell}\n"));
        float[] singles = Read(content, new() { Kinds = Number }).Column("x").ToTensor().ToArray();
        double[] doubles = Read(content, new() { Kinds = Number, NumberType = DType.Float64 }).Column("x")
            .ToTensor(DType.Float64).ToArray<double>();
        for (int i = 0; i < cells.Length; i++)
        {
            string cell = cells[i].Replace("inf", "Infinity");
            Assert.Equal(float.Parse(cell), singles[i]);
            Assert.Equal(double.Parse(cell).ToString("R"), doubles[i].ToString("R"));
        }
    }

    [Theory]
    [InlineData("a,b\n1,2\n", true)]
    [InlineData("1,2\n3,4\n", false)]
    [InlineData("a,1\nb,2\n", false)]
    [InlineData("name,town\nAnn,Ulm\nBob,Ulm\n", true)]
    [InlineData("Ann,Ulm\nBob,Ulm\n", false)]
    [InlineData("a,\n1,2\n", true)]
    [InlineData("2024-01-01,x\n2024-01-02,y\n", false)]
    public void A_header_is_found_out(string content, bool hasHeader)
    {
        Table table = Read(content, new CsvOptions { Names = ["p", "q"] });
        Assert.Equal(content.Count(c => c == '\n') - (hasHeader ? 1 : 0), table.RowCount);
        Assert.Equal(["p", "q"], table.Names);
    }

    [Fact]
    public void A_header_may_be_told()
    {
        Assert.Equal(["2019", "2020"], Read("2019,2020\n1,2\n", new() { Header = CsvHeader.Present }).Names);
        Table data = Read("a,b\nc,d\n", new() { Header = CsvHeader.Absent });
        Assert.Equal(["column1", "column2"], data.Names);
        Assert.Equal(2, data.RowCount);
        Assert.Equal(0, Read("a,b\n").RowCount);
    }

    [Fact]
    public void The_line_that_scikit_learn_puts_first_is_no_row()
    {
        Assert.Equal(2, Read("2,3,setosa,virginica\n5.1,3.5,1.4,0\n4.9,3.0,1.4,1\n").RowCount);
        Assert.Equal(3, Read("2,3,4,5\n5.1,3.5,1.4,0\n4.9,3.0,1.4,1\n").RowCount);
    }

    [Fact]
    public void Options_are_followed()
    {
        Table comma = Read("x;y\n1,5;a\n-,5;b\n", new() { DecimalSeparator = ',', MissingValues = ["-,5"] });
        Assert.Equal([1.5f, float.NaN], comma.ToTensor("x").ToArray());
        Assert.Equal(0, Read("a,b\nNA,1\n", new() { MissingValues = [""] }).Column("a").MissingCount);

        byte[] latin = Encoding.Latin1.GetBytes("town,n\nK\u00F6ln,1\n");
        Assert.Equal("K\u00F6ln", Read(latin, new() { Encoding = Encoding.Latin1 })[0].Text("town"));
        byte[] wide = Encoding.Unicode.GetBytes("town,n\nK\u00F6ln,1\n");
        Table unicode = Read([.. Encoding.Unicode.GetPreamble(), .. wide]);
        Assert.Equal("K\u00F6ln", unicode[0].Text("town"));

        Table told = Read("zip,x\n12345,1\n", new()
        {
            Kinds = new Dictionary<string, ColumnKind> { ["zip"] = ColumnKind.Text, ["x"] = ColumnKind.Number },
            NumberType = DType.Float64,
        });
        Assert.Equal([ColumnKind.Text, ColumnKind.Number], Kinds(told));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4,5\n", "line 3 has 3 fields where the lines before have 2", "Quote fields")]
    [InlineData("a,b\n1,\"x\ny\"\n3\n", "line 4 has 1 fields", "complete the line")]
    [InlineData("a,b\n1,\"x\n3,4\n", "starts on line 2 is never closed", "Close the quote")]
    [InlineData("a,b\n1,2\n\"3\"x,4\n", "starts on line 3 text follows the closing quote", "double quotes")]
    [InlineData("a,b,a\n1,2,3\n", "columns 1 and 3 are both named 'a' on line 1", "CsvOptions.Names")]
    [InlineData("a,,c\n1,2,3\n", "column 2 has no name on line 1", "CsvOptions.Names")]
    [InlineData("", "the file holds no record", "the file you meant")]
    [InlineData("a,b\n\0,2\n", "a zero byte", "UTF-16")]
    [InlineData("PK\u0003\u0004rest", "a workbook", "save it as CSV")]
    public void What_is_wrong_is_named_with_its_line(string content, string problem, string advice)
    {
        var exception = Assert.Throws<InvalidFileException>(() => Read(content));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
        Assert.Contains(_folder["file.csv"], exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_options_are_named()
    {
        AssertInvalid("a;b\n1;2\n", new() { Separator = ',' }, "makes one column of the table where ';' makes 2");
        AssertInvalid(
            "a,b\n1,2\n", new() { Kinds = new Dictionary<string, ColumnKind> { ["A"] = ColumnKind.Text } },
            "CsvOptions.Kinds names a column 'A', which the file does not have. Its columns are a, b");
        AssertInvalid("a,b\n1,2\n", new() { Names = ["x"] }, "has 2 columns where CsvOptions.Names gives 1");
        AssertInvalid(
            "a,b\n1,2\nx,3\n", new() { Kinds = new Dictionary<string, ColumnKind> { ["a"] = ColumnKind.Integer } },
            "line 3 holds 'x' in column 'a', which is no Integer");
        InvalidFileException latin = Assert.Throws<InvalidFileException>(
            () => Read(Encoding.Latin1.GetBytes("town,n\nUlm,1\nK\u00F6ln,1\n")));
        Assert.Contains("line 3 holds 'K\u00F6ln', which is no valid UTF-8. Set CsvOptions.Encoding", latin.Message);
        Assert.Throws<ArgumentException>(() => Read("a\n1\n", new() { DecimalSeparator = ';' }));
        Assert.Throws<ArgumentException>(() => Read("a\n1\n", new() { NumberType = DType.Int32 }));
        Assert.Throws<FileNotFoundException>(() => CsvTable.Read(_folder["missing.csv"]));
    }

    [Fact]
    public void Compressed_files_are_read_and_damage_to_them_is_named()
    {
        string content = string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},{i * i % 97}\n"));
        byte[] compressed = Compress(Encoding.UTF8.GetBytes("a,b\n" + content));
        Assert.Equal(500, Read(compressed).RowCount);
        compressed[compressed.Length / 2] ^= 0x55;
        Assert.Throws<InvalidFileException>(() => Read(compressed));
    }

    [Fact]
    public void Batches_hold_the_rows_of_the_whole()
    {
        string content = "n,word\n" + string.Concat(Enumerable.Range(0, 25).Select(i => $"{i},w{i % 3}\n"));
        string path = _folder.Put("file.csv", Encoding.UTF8.GetBytes(content));
        Table[] batches = [.. CsvTable.ReadBatches(path, 10)];
        Assert.Equal([10, 10, 5], batches.Select(batch => batch.RowCount));
        Assert.Equal(
            Enumerable.Range(0, 25),
            batches.SelectMany(batch => batch.Column("n").ToTensor(DType.Int32).ToArray<int>()));
        Assert.Equal(Texts(CsvTable.Read(path), "word"), batches.SelectMany(batch => Texts(batch, "word")));
    }

    [Fact]
    public void Progress_is_told_and_reading_can_be_ended()
    {
        string path = _folder.Put("file.csv", Encoding.UTF8.GetBytes(
            "a,b\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i},{i}\n"))));
        var told = new Told();
        CsvTable.Read(path, new() { Progress = told });
        Assert.True(told.Shares.Count > 4);
        Assert.Equal(told.Shares.Order(), told.Shares);
        Assert.Equal(1, told.Shares[^1]);

        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => CsvTable.Read(
            path, new() { Progress = new Told { Then = share => { if (share > 0.5) { source.Cancel(); } } } },
            source.Token));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var table = new Table(
            TableColumn.Of("x", [0.1f, float.NaN, -3e-10f]),
            TableColumn.Of("a,\"b\"", ["p;q", null, "line\nbreak \""]),
            TableColumn.Of("n", [1, -2, 3]),
            TableColumn.Of("t", [true, false, true]),
            TableColumn.OfDays("d", [0, 19000.5, double.NaN]));
        foreach (char separator in ",;\t|")
        {
            CsvTable.Write(_folder["out.csv"], table, separator);
            Table again = CsvTable.Read(_folder["out.csv"]);
            Assert.Equal(table.Names, again.Names);
            Assert.Equal(Kinds(table), Kinds(again));
            Assert.All(table.Names, name => Assert.Equal(Texts(table, name), Texts(again, name)));
        }
    }

    [Fact]
    public void Damage_gives_a_table_or_the_typed_exception()
    {
        byte[] content = Encoding.UTF8.GetBytes(
            "id,\"na\"\"me\",when,x\n1,\"a, b\",2024-01-01,0.5\n2,\"c\nd\",2024-01-02,NA\n3,e,,1e5\n");
        foreach (byte[] damaged in Damage.Truncations(content)
            .Concat(Damage.BitFlips(content, 400)).Concat(Damage.Edits(content, 400)).Append(Compress(content))
            .Concat(Damage.BitFlips(Compress(content), 200)))
        {
            try
            {
                Table table = Read(damaged);
                Assert.All(table.Columns, column => Assert.Equal(table.RowCount, column.Count));
                Assert.Equal(table.RowCount, Texts(table, table.Names[0]).Count());
            }
            catch (InvalidFileException)
            {
                // As it should be.
            }
        }
    }

    private static Dictionary<string, ColumnKind> Number => new() { ["x"] = ColumnKind.Number };

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public Action<double>? Then { get; init; }

        public void Report(double value)
        {
            Shares.Add(value);
            Then?.Invoke(value);
        }
    }

    private static byte[] Compress(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    private static IEnumerable<ColumnKind> Kinds(Table table) => table.Columns.Select(column => column.Kind);

    private static IEnumerable<string?> Texts(Table table, string column) =>
        Enumerable.Range(0, table.RowCount).Select(row => table.Column(column).Text(row));

    private Table Read(string content, CsvOptions? options = null) => Read(Encoding.UTF8.GetBytes(content), options);

    private Table Read(byte[] content, CsvOptions? options = null) =>
        CsvTable.Read(_folder.Put("file.csv", content), options);

    private void AssertInvalid(string content, CsvOptions options, string problem) => Assert.Contains(
        problem, Assert.Throws<InvalidFileException>(() => Read(content, options)).Message, StringComparison.Ordinal);
}
