using System.Text;
using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

public sealed class PnmReaderTests
{
    private const string Name = "picture.pgm";

    [Theory]
    [InlineData("P2\n# a comment\n3 2 # another\n255\n0 1 2\n3 4 255\n", 3, 2, new byte[] { 0, 1, 2, 3, 4, 255 })]
    [InlineData("P2 2 1 15 0 15", 2, 1, new byte[] { 0, 255 })]
    [InlineData("P2 2 1 65535 65535 257 # end", 2, 1, new byte[] { 255, 1 })]
    [InlineData("P3 1 1 100 0 50 100", 1, 1, new byte[] { 0, 128, 255 })]
    [InlineData("P5 3 1 255\nabc", 3, 1, new byte[] { 97, 98, 99 })]
    [InlineData("P5 1 2 65535 \u0001\u0001\u0002\u0002", 1, 2, new byte[] { 1, 2 })]
    [InlineData("P6\n1 2\n#c\n255\nabcdef", 1, 2, new byte[] { 97, 98, 99, 100, 101, 102 })]
    public void Reads_text_and_binary(string content, int width, int height, byte[] expected)
    {
        RasterImage image = PnmReader.Parse(Name, Encoding.ASCII.GetBytes(content));
        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.Equal(expected, image.Pixels);
        Assert.Equal(expected.Length, width * height * image.Channels);
    }

    [Theory]
    [InlineData("", "does not start with P2")]
    [InlineData("P4 1 1 a", "does not start with P2")]
    [InlineData("P5", "the width does not follow a space")]
    [InlineData("P53 1 255 abc", "the width does not follow a space")]
    [InlineData("P2 0 1 255 ", "the width is not a number from 1")]
    [InlineData("P2 -1 1 255 ", "the width is not a number from 1")]
    [InlineData("P2 1 99999999999999999999 255 ", "the height is not a number")]
    [InlineData("P5 10000 10000 255 ", "more than 67108864 pixels")]
    [InlineData("P2 8000 8000 255 1 2 3", "cannot hold 64000000 samples")]
    [InlineData("P6 8000 8000 255 abc", "192000000 bytes of samples must follow")]
    [InlineData("P2 1 1 0 0", "the largest value is not a number from 1 to 65535")]
    [InlineData("P2 1 1 65536 0", "the largest value")]
    [InlineData("P2 1 1 10 11", "a sample is not a number from 0 to 10")]
    [InlineData("P2 2 1 10 1 x", "a sample is not a number")]
    [InlineData("P2 2 1 255 1 2 3", "something follows")]
    [InlineData("P5 2 1 255 a", "must follow")]
    [InlineData("P5 2 1 255 abc", "must follow")]
    [InlineData("P5 1 1 96 a", "sample 0 is 97 where the largest is 96")]
    public void A_wrong_file_is_named(string content, string expected)
    {
        InvalidFileException exception = Assert.Throws<InvalidFileException>(
            () => PnmReader.Parse(Name, Encoding.ASCII.GetBytes(content)));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.InRange(exception.Offset, 0, content.Length);
    }

    [Theory]
    [InlineData("P2\n# c\n3 2\n255\n0 1 2\n3 4 255\n")]
    [InlineData("P6\n3 1\n255\nabcdefghi")]
    public void Damage_gives_nothing_but_the_typed_exception(string text)
    {
        byte[] content = Encoding.ASCII.GetBytes(text);
        foreach (byte[] damaged in Damage.Truncations(content)
            .Concat(Damage.BitFlips(content)).Concat(Damage.Edits(content, 5000)))
        {
            try
            {
                PnmReader.Parse(Name, damaged);
            }
            catch (InvalidFileException)
            {
                // As it should be.
            }
        }
    }
}
