namespace Nabla.Cli.Tests.Commands;

public sealed class SummaryTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ASummary_HasLayersSizesAndHash()
    {
        Outcome outcome = Outcome.Of("summary", trained.File).AssertSucceeds();

        Assert.Contains("Dense", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("12,730", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(Model.Load(trained.File).WeightsSha256(), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEvaluation_TellsTheAccuracy()
    {
        Outcome outcome = Outcome.Of("evaluate", trained.File, "--data", trained.Data).AssertSucceeds();

        Assert.Contains("test accuracy 100.00 %", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFolderOfARun_StandsForItsModel() =>
        Outcome.Of("summary", trained.Run).AssertSays(Model.Load(trained.File).WeightsSha256());

    [Fact]
    public void AModelOfImagesThatSaysNothing_IsTakenForOneOfDigits()
    {
        Model model = Model.Load(trained.File);
        model.Notes.Clear();
        model.Save(_folder["plain.nabla"]);

        Outcome.Of("evaluate", _folder["plain.nabla"], "--data", trained.Data).AssertSays("test accuracy 100.00 %");
    }

    [Fact]
    public void AMissingFile_IsSaid() =>
        Outcome.Of("summary", _folder["none.nabla"]).AssertFails(ExitCode.Failure, "none.nabla");

    [Fact]
    public void AFolder_IsSaid() => Outcome.Of("summary", _folder.FullName).AssertFails(ExitCode.Usage, "is a folder");

    [Fact]
    public void AFileCutShortAnywhere_IsOneLine()
    {
        byte[] whole = File.ReadAllBytes(trained.File);
        foreach (int length in new[] { 0, 1, 8, 100, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(_folder["cut.nabla"], whole[..length]);
            Outcome.Of("summary", _folder["cut.nabla"]).AssertFails(ExitCode.Failure, "cut.nabla");
        }
    }

    [Fact]
    public void AHeaderThatPromisesGigabytes_IsOneLine()
    {
        File.WriteAllBytes(_folder["huge.nabla"], [.. BitConverter.GetBytes(0x7fff_ffff_ffff), .. "{}"u8]);

        Outcome.Of("summary", _folder["huge.nabla"]).AssertFails(ExitCode.Failure, "huge.nabla");
    }

    [Fact]
    public void ADamagedHeader_NeverEndsInAStackTrace()
    {
        byte[] whole = File.ReadAllBytes(trained.File);
        Random random = new(1);
        for (int i = 0; i < 100; i++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(600)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(_folder["damaged.nabla"], damaged);

            Outcome outcome = Outcome.Of("summary", _folder["damaged.nabla"]);
            if (outcome.Code != ExitCode.Success)
            {
                outcome.AssertFails(ExitCode.Failure, "damaged.nabla");
            }
        }
    }
}
