using Nabla.Data;
using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Data;

public sealed class MnistFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_repository_ships_the_original()
    {
        MnistFiles.Verify();
        MnistArrays mnist = MnistFiles.Load();
        Assert.Equal((60_000, 10_000), (mnist.TrainCount, mnist.TestCount));
        Assert.Equal(60_000 * 28 * 28, mnist.TrainImages.Length);
        Assert.Equal(10_000 * 28 * 28, mnist.TestImages.Length);
        Assert.Equal([5, 0, 4, 1, 9, 2], mnist.TrainLabels[..6]);
        Assert.Equal([7, 2, 1, 0, 4, 1], mnist.TestLabels[..6]);
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], Counts(mnist.TrainLabels));

        // The mean and the standard deviation that every introduction normalises with.
        long[] histogram = new long[256];
        foreach (byte value in mnist.TrainImages)
        {
            histogram[value]++;
        }

        double mean = Mean(value => value / 255.0);
        double deviation = Math.Sqrt(Mean(value => Math.Pow((value / 255.0) - mean, 2)));
        Assert.Equal((0.1307, 0.3081), (Math.Round(mean, 4), Math.Round(deviation, 4)));

        double Mean(Func<int, double> function) =>
            Enumerable.Range(0, 256).Sum(value => histogram[value] * function(value)) / mnist.TrainImages.Length;

        static int[] Counts(byte[] labels) =>
            [.. labels.CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    [Fact]
    public void Small_and_uncompressed_sets_of_the_format_are_read()
    {
        PutSet(count: 3, compressed: false);
        MnistArrays mnist = MnistFiles.Load(_folder.FullName);
        Assert.Equal((3, 3), (mnist.TrainCount, mnist.TestCount));
        Assert.Equal([0, 1, 2], mnist.TrainLabels);
    }

    [Fact]
    public void Folders_are_searched_in_order()
    {
        string data = Directory.CreateDirectory(_folder["data"]).FullName;
        string mnist = Directory.CreateDirectory(Path.Combine(data, "mnist")).FullName;
        string below = Directory.CreateDirectory(_folder["a"]).CreateSubdirectory("b").FullName;
        PutSet(1, compressed: true, "data/mnist/");
        string elsewhere = Path.GetTempPath();

        Assert.Equal(mnist, MnistFiles.Locate(mnist, null, elsewhere, elsewhere));
        Assert.Equal(mnist, MnistFiles.Locate(data, null, elsewhere, elsewhere));
        Assert.Equal(mnist, MnistFiles.Locate("data", null, elsewhere, _folder.FullName));
        Assert.Equal(mnist, MnistFiles.Locate(null, data, elsewhere, elsewhere));
        Assert.Equal(mnist, MnistFiles.Locate(null, elsewhere, below, elsewhere));
        Assert.Equal(mnist, MnistFiles.Locate(null, "", elsewhere, below));
    }

    [Fact]
    public void A_missing_set_says_where_it_looked_and_what_to_do()
    {
        string nowhere = _folder["nowhere"];
        FileNotFoundException named = Assert.Throws<FileNotFoundException>(() => MnistFiles.Load(nowhere));
        Assert.Contains($"'{nowhere}': there is no such folder", named.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(AppContext.BaseDirectory, named.Message, StringComparison.Ordinal);

        FileNotFoundException searched = Assert.Throws<FileNotFoundException>(
            () => MnistFiles.Locate(null, nowhere, _folder.FullName, _folder.FullName));
        Assert.Contains(_folder["data"], searched.Message, StringComparison.Ordinal);
        Assert.Contains("or NABLA_DATA", searched.Message, StringComparison.Ordinal);

        PutSet(1, compressed: true);
        File.Delete(_folder["t10k-labels-idx1-ubyte.gz"]);
        Assert.Contains("it lacks t10k-labels-idx1-ubyte", Message(_folder.FullName), StringComparison.Ordinal);
        Assert.Contains("that is a file", Message(_folder["train-labels-idx1-ubyte.gz"]), StringComparison.Ordinal);

        static string Message(string folder) =>
            Assert.Throws<FileNotFoundException>(() => MnistFiles.Load(folder)).Message;
    }

    [Fact]
    public void Wrong_labels_counts_and_extents_are_named()
    {
        AssertInvalid("train-labels-idx1-ubyte", [3], [1, 10, 2], "label 1 is 10 where 0 to 9");
        AssertInvalid("train-labels-idx1-ubyte", [2], [1, 2], "2 labels stand against 3 images");
        AssertInvalid("t10k-labels-idx1-ubyte", [3, 1], [1, 2, 3], "[3, 1] where [count]");
        AssertInvalid(
            "t10k-images-idx3-ubyte", [3, 28, 27], new byte[3 * 28 * 27], "[3, 28, 27] where [count, 28, 28]");
        AssertInvalid("train-images-idx3-ubyte", [0, 28, 28], [], "[0, 28, 28]");

        void AssertInvalid(string name, int[] dimensions, byte[] values, string expected)
        {
            PutSet(3, compressed: true);
            _folder.Put(name + ".gz", IdxReaderTests.Content(true, dimensions, values));
            InvalidFileException exception = Assert.Throws<InvalidFileException>(
                () => MnistFiles.Load(_folder.FullName));
            Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
            Assert.Contains(_folder[name], exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Verify_names_a_file_that_is_another()
    {
        PutSet(1, compressed: true);
        InvalidFileException exception = Assert.Throws<InvalidFileException>(() => MnistFiles.Verify(_folder.FullName));
        Assert.Contains("the SHA-256 is", exception.Message, StringComparison.Ordinal);
    }

    private void PutSet(int count, bool compressed, string prefix = "")
    {
        byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)i)];
        string extension = compressed ? ".gz" : "";
        foreach (string part in new[] { "train", "t10k" })
        {
            _folder.Put($"{prefix}{part}-images-idx3-ubyte{extension}",
                IdxReaderTests.Content(compressed, [count, 28, 28], new byte[count * 784]));
            _folder.Put($"{prefix}{part}-labels-idx1-ubyte{extension}",
                IdxReaderTests.Content(compressed, [count], labels));
        }
    }
}
