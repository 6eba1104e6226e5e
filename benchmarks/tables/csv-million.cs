#:project ../../src/Nabla.Tabular/Nabla.Tabular.csproj
#:property PublishAot=false

// Reads and normalizes a table of a million rows of twenty numbers, and says how long that took and in how much memory:
// as a data set, or with "encode" as one tensor.
//
//     dotnet run benchmarks/tables/csv-million.cs [-- encode]       (twice: the first run writes the 168 MB file)
using System.Diagnostics;
using System.Globalization;
using Nabla;

const int Rows = 1_000_000, Columns = 20;
string file = Path.Combine(Path.GetTempPath(), "nabla-million.csv");
if (!File.Exists(file))
{
    using StreamWriter writer = new(file);
    writer.WriteLine(string.Join(',', Enumerable.Range(0, Columns).Select(i => $"c{i}")));
    Random random = new(1);
    for (int row = 0; row < Rows; row++)
    {
        writer.WriteLine(string.Join(',', Enumerable.Range(0, Columns).Select(
            _ => ((random.NextDouble() * 200) - 100).ToString("F4", CultureInfo.InvariantCulture))));
    }

    Console.WriteLine($"wrote {file}; run again to measure");
    return;
}

long idle = Environment.WorkingSet;
Stopwatch watch = Stopwatch.StartNew();
Table table = CsvTable.Read(file);
double read = watch.Elapsed.TotalSeconds;
TableFeatures features = TableFeatures.Fit(table, $"c{Columns - 1}");
object data = args is ["encode"] ? features.Encode(table).Spec : features.ToDataset(table);
double all = watch.Elapsed.TotalSeconds;
using Process process = Process.GetCurrentProcess();
double share = (process.PeakWorkingSet64 - idle) / ((double)Rows * Columns * sizeof(float));
Console.WriteLine(
    $"read {read:F2} s, read and normalized {all:F2} s, {share:F2} times the float data above idle; {data}");
