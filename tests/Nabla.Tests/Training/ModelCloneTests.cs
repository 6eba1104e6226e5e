using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Training;

public sealed class ModelCloneTests
{
    [Fact]
    public void ACloneIsEqualAndOnItsOwn()
    {
        Symbol x = Symbol.Input(3);
        var shared = new Dense(3, Activation.Tanh);
        var model = new Functional(x, x.Then(shared).Then(shared) + x) { Seed = 4, Notes = { ["author"] = "me" } };
        model.Build();
        Model clone = model.Clone();
        Assert.Equal(model.WeightsSha256(), clone.WeightsSha256());
        Assert.Equal("me", clone.Notes["author"]);

        new Trainer(clone, new MeanSquaredError(), new Sgd(0.1)).Step(Tensor.Ones(2, 3), Tensor.Zeros(2, 3));
        Assert.NotEqual(model.WeightsSha256(), clone.WeightsSha256());
        clone.CopyWeights(model);
        Assert.Equal(model.WeightsSha256(), clone.WeightsSha256());
        Assert.False(model.Clone(withWeights: false).IsBuilt);
    }

    [Fact]
    public void WeightsOfAnotherModelAreRefused()
    {
        Sequential one = new() { new Dense(2) }, other = new() { new Dense(3) };
        one.Build(4);
        other.Build(4);
        string message = Assert.Throws<ArgumentException>(() => one.CopyWeights(other)).Message;
        Assert.Contains("'0.weight' float32[4, 2] here, '0.weight' float32[4, 3] there", message);
    }

    [Fact]
    public void NotesTravelWithTheFile()
    {
        using var folder = new TemporaryFolder();
        var model = new Sequential { new Dense(2) };
        model.Notes["classes"] = "cat\ndog";
        model.Build(3);
        model.Save(folder["m.nabla"]);
        Assert.Equal("cat\ndog", Model.Load(folder["m.nabla"]).Notes["classes"]);

        byte[] bytes = File.ReadAllBytes(folder["m.nabla"]);
        int place = bytes.AsSpan().IndexOf("dog"u8);
        bytes[place] = (byte)'f';
        File.WriteAllBytes(folder["m.nabla"], bytes);
        Assert.Throws<InvalidFileException>(() => Model.Load(folder["m.nabla"]));
    }
}
