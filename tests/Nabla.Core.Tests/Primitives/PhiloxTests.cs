using Nabla.Primitives;

namespace Nabla.Tests.Primitives;

public sealed class PhiloxTests
{
    // Known answers of the authors' distribution, "philox 4x32 10".
    [Theory]
    [InlineData(0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e,
        0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Blocks_are_those_of_the_paper(
        ulong key, ulong index, ulong stream, uint word0, uint word1, uint word2, uint word3) =>
        Assert.Equal(new PhiloxBlock(word0, word1, word2, word3), Philox.Block(key, index, stream));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(15, 15, 0)]
    [InlineData(16, 0, 1)]
    [InlineData(63, 15, 3)]
    [InlineData(64, 16, 0)]
    [InlineData(64 * 1000 + 33, 16001, 2)]
    public void Words_lie_in_the_order_fixed_for_good(ulong element, ulong block, int word) =>
        Assert.Equal(Philox.Block(11, block, 12)[word], Philox.Word(11, 12, element));

    [Fact]
    public void Doubles_take_pairs_of_words()
    {
        PhiloxBlock block = Philox.Block(11, 16 + 5, 12);
        Assert.Equal((block.FirstPair >> 11) * Math.ScaleB(1, -53), Philox.UniformDouble(11, 12, 32 + 5));
        Assert.Equal((block.SecondPair >> 11) * Math.ScaleB(1, -53), Philox.UniformDouble(11, 12, 48 + 5));
    }

    // Computed by another program from the documented formula; a change would change every seeded result there is.
    [Theory]
    [InlineData(0, "", 0x5b21f68ffa77f14c)]
    [InlineData(42, "encoder.2.attention.query.weight", 0xef95a7f4fbfe7e9c)]
    [InlineData(42, "größe", 0x9b767acf5d98d4a2)]
    public void Keys_are_fixed_for_good(ulong seed, string path, ulong key) =>
        Assert.Equal(key, Philox.Key(seed, path));

    [Fact]
    public void Keys_differ_by_seed_and_by_path()
    {
        HashSet<ulong> keys = [];
        for (ulong seed = 0; seed < 100; seed++)
        {
            for (int layer = 0; layer < 100; layer++)
            {
                Assert.True(keys.Add(Philox.Key(seed, $"layer.{layer}")));
            }
        }
    }

    [Fact]
    public void Uniforms_fill_the_unit_interval()
    {
        int[] histogram = new int[16];
        for (ulong element = 0; element < 16_384; element++)
        {
            float value = Philox.UniformSingle(1, 2, element);
            Assert.InRange(value, 0f, 0.99999994f);
            histogram[(int)(value * 16)]++;
        }

        Assert.All(histogram, count => Assert.InRange(count, 870, 1180));
    }

    [Fact]
    public void Normals_are_those_of_the_formula()
    {
        PhiloxBlock block = Philox.Block(1, 3, 2);
        double radius = Math.Sqrt(-2 * Math.Log(((block.Word0 >> 8) + 1) / 16777216.0));
        double angle = (block.Word1 >> 8) / 16777216.0 * 2 * Math.PI;
        Assert.Equal(radius * Math.Cos(angle), Philox.NormalSingle(1, 2, 3), 1e-6);
        Assert.Equal(radius * Math.Sin(angle), Philox.NormalSingle(1, 2, 19), 1e-6);
        double radius2 = Math.Sqrt(-2 * Math.Log(((block.Word2 >> 8) + 1) / 16777216.0));
        double angle2 = (block.Word3 >> 8) / 16777216.0 * 2 * Math.PI;
        Assert.Equal(radius2 * Math.Cos(angle2), Philox.NormalSingle(1, 2, 35), 1e-6);
        Assert.Equal(radius2 * Math.Sin(angle2), Philox.NormalSingle(1, 2, 51), 1e-6);
    }
}
