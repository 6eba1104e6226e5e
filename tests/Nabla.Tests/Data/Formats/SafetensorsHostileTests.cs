using System.Buffers.Binary;
using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

public sealed class SafetensorsHostileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "does not start with '{'")]
    [InlineData(" {}", "does not start with '{'")]
    [InlineData("[]", "does not start with '{'")]
    [InlineData("{", "ends too early|not the JSON")]
    [InlineData("{}}", "not the JSON|follows")]
    [InlineData("{} {}", "not the JSON|follows")]
    [InlineData("""{"a":1}""", "must be an object")]
    [InlineData("""{"a":{}}""", "needs 'dtype'")]
    [InlineData("""{"a":FOUR,}""", "not the JSON")]
    [InlineData("""{"a":FOUR,"a":NONE}""", "'a' appears twice")]
    [InlineData("""{"a":FOUR,"\u0061":NONE}""", "'a' appears twice")]
    [InlineData("""{"a":{"dtype":"U8","dtype":"I8","shape":[4],"data_offsets":[0,4]}}""", "repeated field 'dtype'")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4],"extra":1}}""", "unknown or repeated field")]
    [InlineData("""{"a":{"dtype":"C64","shape":[4],"data_offsets":[0,4]}}""", "'C64', which is none of BOOL, U8")]
    [InlineData("""{"a":{"dtype":7,"shape":[4],"data_offsets":[0,4]}}""", "must be a string")]
    [InlineData("""{"a":{"dtype":"U8","shape":[5],"data_offsets":[0,4]}}""", "does not fill its 4 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,4]}}""", "does not fill its 4 bytes")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4,9223372036854775807,4],"data_offsets":[0,4]}}""", "does not fill")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387905],"data_offsets":[0,4]}}""", "does not fill")]
    [InlineData("""{"a":{"dtype":"U8","shape":[-4],"data_offsets":[0,4]}}""", "integers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4.0],"data_offsets":[0,4]}}""", "integers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4e0],"data_offsets":[0,4]}}""", "integers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[18446744073709551620],"data_offsets":[0,4]}}""", "integers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":["4"],"data_offsets":[0,4]}}""", "integers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[[4]],"data_offsets":[0,4]}}""", "not the JSON|integers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0]}}""", "two 'data_offsets'")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4,4]}}""", "two 'data_offsets'")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[4,0]}}""", "claims bytes 4 to 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[5],"data_offsets":[0,5]}}""", "claims bytes 0 to 5 of 4")]
    [InlineData("""{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}""", "1 bytes belong to no tensor")]
    [InlineData("""{"a":{"dtype":"U8","shape":[3],"data_offsets":[1,4]}}""", "leaves a gap")]
    [InlineData("""{"a":FOUR,"b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}""", "'b' overlaps")]
    [InlineData("""{"a":FOUR,"b":FOUR}""", "overlaps")]
    [InlineData("""{"__metadata__":{"a":1}}""", "must be a string")]
    [InlineData("""{"__metadata__":{"a":"b","a":"c"}}""", "'a' appears twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "appears twice")]
    [InlineData("""{"\ud800":FOUR}""", "not valid Unicode")]
    [InlineData("""{"a":{"b":{"c":{"d":{"e":1}}}}}""", "not the JSON|unknown")]
    public void A_wrong_header_is_named(string json, string expected)
    {
        // Short for a right entry of all four bytes, and one of none.
        json = json
            .Replace("FOUR", """{"dtype":"U8","shape":[4],"data_offsets":[0,4]}""", StringComparison.Ordinal)
            .Replace("NONE", """{"dtype":"U8","shape":[0],"data_offsets":[4,4]}""", StringComparison.Ordinal);
        string path = _folder.Put("bad.safetensors", SafetensorsTests.Compose(json, [1, 2, 3, 4]));
        InvalidFileException exception = Assert.Throws<InvalidFileException>(() => SafetensorsReader.Open(path));
        Assert.Contains(expected.Split('|'), part => exception.Message.Contains(part, StringComparison.Ordinal));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Equal(path, exception.FilePath);
        Assert.InRange(exception.Offset, 0, new FileInfo(path).Length);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData((ulong)long.MaxValue)]
    [InlineData(2_000_000_000UL)]
    [InlineData(13UL)]
    public void A_claimed_header_length_allocates_nothing(ulong length)
    {
        byte[] content = SafetensorsTests.Compose("{}", [1, 2]);
        BinaryPrimitives.WriteUInt64LittleEndian(content, length);
        string path = _folder.Put("bad.safetensors", content);
        Assert.Throws<InvalidFileException>(() => SafetensorsReader.Open(path));

        long before = GC.GetAllocatedBytesForCurrentThread();
        InvalidFileException exception = Assert.Throws<InvalidFileException>(() => SafetensorsReader.Open(path));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000);
        Assert.Contains("claims a header", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_beyond_the_limit_is_refused_even_in_a_file_that_long()
    {
        string path = _folder["bad.safetensors"];
        using (var file = new FileStream(path, FileMode.Create))
        {
            file.Write(BitConverter.GetBytes(150_000_000L));
            file.SetLength(200_000_000); // Sparse.
        }

        InvalidFileException exception = Assert.Throws<InvalidFileException>(() => SafetensorsReader.Open(path));
        Assert.Contains("the format allows 100000000", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_and_invalid_bytes_are_refused()
    {
        AssertInvalid(SafetensorsTests.Compose("{\"a\":" + new string('[', 100_000), []));
        AssertInvalid(SafetensorsTests.Compose("{" + string.Concat(Enumerable.Repeat("\"a\":{", 100_000)), []));
        byte[] invalid = SafetensorsTests.Compose("""{"ab":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}""", []);
        invalid[10] = 0xFF;
        AssertInvalid(invalid);

        void AssertInvalid(byte[] content)
        {
            string path = _folder.Put("bad.safetensors", content);
            Assert.Throws<InvalidFileException>(() => SafetensorsReader.Open(path));
        }
    }

    [Fact]
    public void Damage_gives_the_typed_exception_or_a_file_that_can_be_read()
    {
        var writer = new SafetensorsWriter();
        writer.Add("dense.weight", SafetensorsType.Float32, [2, 3], new byte[24]);
        writer.Add("dense.bias", SafetensorsType.Float64, [3], new byte[24]);
        writer.Add("mask", SafetensorsType.Bool, [], new byte[1]);
        writer.AddMetadata("config", """{"a":[1,2]}""");
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        byte[] content = stream.ToArray();
        int headerEnd = content.Length - 49;

        int refused = 0;
        string path = _folder["bad.safetensors"];
        foreach (byte[] damaged in Damage.Truncations(content).Concat(Damage.BitFlips(content, 8 * headerEnd))
            .Concat(Damage.Edits(content)))
        {
            File.WriteAllBytes(path, damaged);
            try
            {
                using SafetensorsReader reader = SafetensorsReader.Open(path);
                Assert.All(reader.Tensors.Keys, name => SafetensorsTests.Read(reader, name));
            }
            catch (InvalidFileException)
            {
                refused++;
            }
        }

        Assert.All(Damage.Truncations(content), cut =>
        {
            File.WriteAllBytes(path, cut);
            Assert.Throws<InvalidFileException>(() => SafetensorsReader.Open(path));
        });
        Assert.True(refused > 1000, $"Only {refused} were refused.");
    }

    [Fact]
    public void A_file_that_shrinks_while_open_is_reported()
    {
        byte[] content = SafetensorsTests.Compose(
            """{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", [1, 2, 3, 4]);
        string path = _folder.Put("a.safetensors", content);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be cut there.");
        using SafetensorsReader reader = SafetensorsReader.Open(path);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            file.SetLength(content.Length - 2);
        }

        Assert.Throws<InvalidFileException>(() => SafetensorsTests.Read(reader, "a"));
    }
}
