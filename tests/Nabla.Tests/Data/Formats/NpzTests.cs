using System.IO.Compression;

namespace Nabla.Tests.Data.Formats;

public sealed class NpzTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("savez")]
    [InlineData("savez_compressed")]
    public void What_NumPy_writes_is_read(string name)
    {
        NpzDictionary arrays = Load(NumPyFile.All().Single(file => file.Name == name).Content);
        Assert.Equal(["x", "y"], arrays.Keys);
        Assert.Equal([2, 3], arrays["x"].Shape);
        Assert.Equal([0f, 1, 2, 3, 4, 5], arrays["x"].ToArray());
        Assert.Equal([1L, 0], arrays["y"].ToArray<long>());
        Assert.Equal(2, arrays.ToDataset("x", "y").Count);
        Assert.False(arrays.TryGetValue("z", out _));
        Assert.Contains(
            "no array 'z'. It holds: x, y.", Assert.Throws<KeyNotFoundException>(() => arrays["z"]).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_written_is_read_again(bool compress)
    {
        var tensors = new Dictionary<string, Tensor>
        {
            ["b/c"] = Tensor.RandomNormal([20, 30], 4),
            ["a"] = Tensor.From([true, false]),
            ["zeros"] = Tensor.Zeros(100, 100),
        };
        Npz.Save(_folder["a.npz"], tensors, compress);
        NpzDictionary arrays = Npz.Load(_folder["a.npz"]);
        Assert.Equal(["a", "b/c", "zeros"], arrays.Keys);
        Assert.Equal(tensors["b/c"].ToArray(), arrays["b/c"].ToArray());
        Assert.Equal([true, false], arrays["a"].ToArray<bool>());
        Assert.Equal(3, arrays.Count(entry => entry.Value.Shape.ElementCount > 0));
        Assert.Equal(compress, new FileInfo(_folder["a.npz"]).Length < 30_000);

        byte[] first = File.ReadAllBytes(_folder["a.npz"]);
        Npz.Save(_folder["a.npz"], tensors, compress);
        Assert.Equal(first, File.ReadAllBytes(_folder["a.npz"]));
    }

    [Fact]
    public void What_is_no_archive_of_arrays_is_refused()
    {
        Assert.Throws<InvalidFileException>(() => Load([]));
        Assert.Throws<InvalidFileException>(() => Load([.. "PK and more"u8]));
        Assert.Contains("holds 'readme.txt', which is no array", Assert.Throws<InvalidFileException>(
            () => Load(Archive(("readme.txt", [1])))).Message);
        byte[] array = NumPyFile.All().Single(file => file.Name == "vector").Content;
        Assert.Contains("two arrays have one name", Assert.Throws<InvalidFileException>(
            () => Load(Archive(("a.npy", array), ("a.npy", array)))).Message);
        Assert.Throws<InvalidFileException>(() => Load(Archive(("a.npy", [.. array, 0])))["a"]);
        Assert.Throws<InvalidFileException>(() => Load(Archive(("a.npy", array[..^1])))["a"]);
        Assert.Throws<ArgumentException>(
            () => Npz.Save(_folder["a.npz"], new Dictionary<string, Tensor> { [""] = Tensor.Zeros(1) }));
        Assert.Throws<FileNotFoundException>(() => Npz.Load(_folder["missing"]));
    }

    [Fact]
    public void Damage_gives_the_same_arrays_or_the_typed_exception()
    {
        foreach (string name in new[] { "savez", "savez_compressed" })
        {
            byte[] content = NumPyFile.All().Single(file => file.Name == name).Content;
            foreach (byte[] damaged in Damage.Truncations(content)
                .Concat(Damage.BitFlips(content, 250)).Concat(Damage.Edits(content, 150)))
            {
                try
                {
                    NpzDictionary arrays = Load(damaged);
                    foreach ((string key, Tensor tensor) in arrays)
                    {
                        Assert.Equal(key == "x" ? 15 : key == "y" ? 1 : double.NaN, key is "x" or "y"
                            ? tensor.Cast(DType.Float64).Sum().Item<double>() : double.NaN);
                    }
                }
                catch (InvalidFileException)
                {
                    // As it should be.
                }
            }
        }
    }

    private NpzDictionary Load(byte[] content) => Npz.Load(_folder.Put("file.npz", content));

    private static byte[] Archive(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
