using Nabla.Tests.Golden;

namespace Nabla.Tests.Data.Text;

public sealed class TextVectorizationTests
{
    private static readonly string[] s_texts =
        ["The cat sat.", "the cat, the hat!", "A dog: barks; a cat barks", "hat"];

    [Fact]
    public void Texts_become_padded_places()
    {
        TextVectorization words = Adapted(new TextVectorization(sequenceLength: 4));
        Assert.Equal(["cat", "the", "a", "barks", "hat", "dog", "sat"], words.Vocabulary!);
        Assert.Equal(9, words.TokenCount);
        Tensor places = words.Encode("the CAT", "a mouse, the hat and more", "");
        Assert.Equal([3, 4], places.Shape);
        Assert.Equal([3, 2, 0, 0, 4, 1, 3, 6, 0, 0, 0, 0], places.ToArray<int>());
        Assert.Equal([2, 3], Adapted(new TextVectorization()).Encode("a", "a b c").Shape);
        Assert.Equal(["cat", "the"], Adapted(new TextVectorization(maxTokens: 4)).Vocabulary!);
    }

    [Fact]
    public void Counts_are_those_of_scikit_learn()
    {
        var counts = new TextVectorization(
            output: TextOutput.Count, vocabulary: ["cat", "the", "barks", "hat", "dog"]);
        float[] known = counts.Encode(s_texts).Slice(1, 1..).ToArray();
        Assert.Equal(
            GoldenCase.Named("preprocessing.json", "count").Output("output"), known.Select(count => (double)count));
        Assert.Equal([1, 0, 2, 0], counts.Encode(s_texts).Slice(1, 0..1).ToArray());

        var hot = new TextVectorization(output: TextOutput.MultiHot, vocabulary: ["cat", "the", "barks"]);
        Assert.Equal([1, 1, 1, 0], hot.Encode("the the cat sat").ToArray());
    }

    [Fact]
    public void Weights_follow_the_formula()
    {
        TextVectorization weighted = Adapted(new TextVectorization(output: TextOutput.TfIdf));
        double cat = Math.Log(1 + (4 / (1.0 + 3)));
        double barks = Math.Log(1 + (4 / (1.0 + 1)));
        float[] vector = weighted.Encode("cat barks barks mouse").ToArray();
        Assert.Equal(weighted.Weights!.Average(), vector[0], 1e-6);
        Assert.Equal(cat, vector[1], 1e-6);
        Assert.Equal(2 * barks, vector[4], 1e-6);
        Assert.Equal(0, vector[2]);
    }

    [Fact]
    public void Texts_are_cut_as_asked()
    {
        Assert.Equal(["x y", "x", "y"], Tokens("X, y", new TextVectorization(ngrams: 2), ["x y", "x", "y"]));
        Assert.Equal(
            ["X", ",", "Xe\u0301,", "e\u0301", "Xe\u0301"],
            Tokens(
                "Xe\u0301,",
                new TextVectorization(
                    standardize: TextStandardization.None, split: TextSplit.Character, ngrams: 3),
                ["X", ",", "Xe\u0301,", "e\u0301", "Xe\u0301", "Z"]));
        Assert.Equal(["new york!"], Tokens(
            "New York!",
            new TextVectorization(standardize: TextStandardization.Lower, split: TextSplit.None),
            ["new york!", "new"]));
        Assert.Equal(["New", "York"], Tokens(
            "$New+ «York»", new TextVectorization(standardize: TextStandardization.StripPunctuation), ["New", "York"]));
    }

    [Theory]
    [InlineData(TextOutput.Indices)]
    [InlineData(TextOutput.MultiHot)]
    [InlineData(TextOutput.Count)]
    [InlineData(TextOutput.TfIdf)]
    public void It_travels_as_text(TextOutput output)
    {
        TextVectorization words = Adapted(new TextVectorization(
            9, TextStandardization.Lower, ngrams: 2, output: output,
            sequenceLength: output is TextOutput.Indices ? 5 : null));
        string text = ComponentJson.Write(words);
        var again = Assert.IsType<TextVectorization>(ComponentJson.Read<Encoder>(text));
        Assert.Equal(text, ComponentJson.Write(again));
        Assert.Equal(
            words.Encode(s_texts).Cast(DType.Float64).ToArray<double>(),
            again.Encode(s_texts).Cast(DType.Float64).ToArray<double>());
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("call Adapt", Assert.Throws<InvalidOperationException>(
            () => new TextVectorization().Encode("a")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextVectorization(maxTokens: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextVectorization(ngrams: 0));
        Assert.Contains("leave sequenceLength out", Assert.Throws<ArgumentOutOfRangeException>(
            () => new TextVectorization(output: TextOutput.Count, sequenceLength: 3)).Message);
        Assert.Contains("a weight for each token", Assert.Throws<ArgumentException>(
            () => new TextVectorization(output: TextOutput.TfIdf, vocabulary: ["a"], weights: [1, 2])).Message);
    }

    private static TextVectorization Adapted(TextVectorization words)
    {
        words.Adapt(s_texts);
        return words;
    }

    // Which texts of a list the tokens of a text are.
    private static IEnumerable<string> Tokens(string text, TextVectorization cut, string[] vocabulary)
    {
        var vector = new TextVectorization(
            null, cut.Standardize, cut.Split, cut.NGrams, TextOutput.MultiHot, vocabulary: vocabulary);
        float[] present = vector.Encode(text).ToArray();
        return vocabulary.Where((_, i) => present[i + 1] > 0);
    }
}
