using System.Buffers.Binary;
using System.IO.Compression;
using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

public sealed class IdxReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_plain_and_compressed_files(bool compressed)
    {
        IdxArray array = Read(Content(compressed, [2, 3, 2], Values(12)));
        Assert.Equal([2, 3, 2], array.Dimensions);
        Assert.Equal(Values(12), array.Values);

        Assert.Empty(Read(Content(compressed, [0, 28, 28], [])).Values);
        Assert.Equal([5], Read(Content(compressed, [5], Values(5))).Dimensions);
    }

    [Theory]
    [InlineData(0, 1, "two zero bytes")]
    [InlineData(2, 0x0D, "type code 0x0D")]
    [InlineData(3, 0, "0 dimensions")]
    [InlineData(3, 9, "9 dimensions")]
    [InlineData(7, 3, "declares 21 bytes in all but there are 22")]
    [InlineData(7, 1, "declares 15 bytes in all but there are 22")]
    [InlineData(4, 0xFF, "more than")]
    public void A_wrong_header_is_named(int offset, int value, string expected)
    {
        foreach (bool compressed in new[] { false, true })
        {
            byte[] content = Content(false, [2, 3], Values(6));
            content = [.. content, .. new byte[4]];
            content[offset] = (byte)value;
            InvalidFileException exception = AssertInvalid(compressed ? Compress(content) : content);
            Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Truncated_and_trailing_bytes_are_refused()
    {
        foreach (bool compressed in new[] { false, true })
        {
            byte[] content = Content(compressed, [30, 5], Values(150));
            Assert.All(Damage.Truncations(content), cut => AssertInvalid(cut));
            AssertInvalid([.. content, 0]);
            AssertInvalid([.. content, .. content]);
        }

        AssertInvalid(Compress([.. Content(false, [4], Values(4)), 0]));
        AssertInvalid([]);
    }

    [Fact]
    public void A_header_of_gigabytes_allocates_nothing()
    {
        byte[] header = Content(false, [2, 1_000_000_000], []);
        AssertAllocatesLittle(header);
        AssertAllocatesLittle(Compress(header));

        // The trailer lies too, so that only the ratio gives it away.
        byte[] compressed = Compress(header);
        BinaryPrimitives.WriteUInt32LittleEndian(compressed.AsSpan(compressed.Length - 4), 2_000_000_012);
        AssertAllocatesLittle(compressed);
    }

    [Fact]
    public void A_compressed_file_that_is_cut_short_is_called_so()
    {
        byte[] content = Content(true, [3000], Values(3000));

        InvalidFileException exception =
            Assert.Throws<InvalidFileException>(() => Read(content[..(content.Length / 2)]));
        Assert.Contains("cut short", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_bounded_by_what_it_declares()
    {
        // 16 MB of zeros in 16 KB: the declared 100 bytes are all that is ever read.
        byte[] bomb = Compress(Content(false, [100], new byte[16 << 20]));
        AssertAllocatesLittle(bomb);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(bomb.Length - 4), 108);
        AssertAllocatesLittle(bomb);
    }

    [Fact]
    public void A_high_but_true_ratio_is_read()
    {
        byte[] values = new byte[8 << 20];
        Assert.Equal(values, Read(Content(true, [values.Length], values)).Values);
    }

    [Fact]
    public void Damage_to_a_compressed_file_gives_the_typed_exception_or_the_same_values()
    {
        byte[] values = Values(3000);
        byte[] content = Content(true, [3000], values);
        foreach (byte[] damaged in Damage.BitFlips(content).Concat(Damage.Edits(content)))
        {
            try
            {
                Assert.Equal(values, Read(damaged).Values);
            }
            catch (InvalidFileException)
            {
                // As it should be.
            }
        }
    }

    [Fact]
    public void Damage_to_a_plain_file_gives_nothing_but_the_typed_exception()
    {
        byte[] content = Content(false, [3, 4, 2], Values(24));
        foreach (byte[] damaged in Damage.BitFlips(content).Concat(Damage.Edits(content)))
        {
            try
            {
                IdxArray array = Read(damaged);
                Assert.Equal(array.Values.Length, array.Dimensions.Aggregate(1, (product, extent) => product * extent));
            }
            catch (InvalidFileException)
            {
                // As it should be.
            }
        }
    }

    [Fact]
    public void A_missing_file_keeps_the_exception_of_the_base_class_library() =>
        Assert.Throws<FileNotFoundException>(() => IdxReader.Read(_folder["missing"]));

    internal static byte[] Content(bool compressed, int[] dimensions, byte[] values)
    {
        byte[] content = new byte[4 + (4 * dimensions.Length) + values.Length];
        content[2] = 8;
        content[3] = (byte)dimensions.Length;
        for (int axis = 0; axis < dimensions.Length; axis++)
        {
            BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4 + (4 * axis)), dimensions[axis]);
        }

        values.CopyTo(content, content.Length - values.Length);
        return compressed ? Compress(content) : content;
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

    // Neither constant nor random, so that deflate makes matches and literals of it.
    private static byte[] Values(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * i / 7))];

    private IdxArray Read(byte[] content) => IdxReader.Read(_folder.Put("file", content));

    private InvalidFileException AssertInvalid(byte[] content)
    {
        InvalidFileException exception = Assert.Throws<InvalidFileException>(() => Read(content));
        Assert.Contains(_folder["file"], exception.Message, StringComparison.Ordinal);
        return exception;
    }

    private void AssertAllocatesLittle(byte[] content)
    {
        AssertInvalid(content);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertInvalid(content);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 1_000_000, $"{allocated} bytes were allocated.");
    }
}
