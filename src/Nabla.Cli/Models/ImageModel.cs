using Nabla.Cli.CommandLine;
using Nabla.Cli.Sources;
using Nabla.Cli.Views;

namespace Nabla.Cli.Models;

/// <summary>A saved model of images in folders.</summary>
/// <param name="terminal">Takes what is found.</param>
/// <param name="model">The model; its inputs are uint8 [height, width, channels].</param>
/// <param name="classes">The names of its classes.</param>
/// <param name="skips">Whether files that cannot be read are left out.</param>
internal sealed class ImageModel(Terminal terminal, Model model, IReadOnlyList<string> classes, bool skips)
{
    private const int Batch = 256;

    private readonly Goal _goal = new("class", classes);

    private readonly ImageFolderOptions _options = new()
    {
        Height = (int)model.InputShape!.Value[0],
        Width = (int)model.InputShape.Value[1],
        Channels = (int)model.InputShape.Value[2],
        SkipUnreadable = skips,
    };

    /// <summary>Says how good the model is on a folder that has a folder of images for each class.</summary>
    public void Evaluate(string data)
    {
        ImageFolder folder = ImageFolder.Load(data, _options);
        if (folder.ClassNames.FirstOrDefault(name => !classes.Contains(name)) is { } stray)
        {
            throw new InvalidFileException(
                $"'{data}' has a folder '{stray}', which is none of the model's classes: "
                + $"{string.Join(", ", classes)}.");
        }

        TellSkipped(folder.Skipped.Count);
        int[] all = [.. Enumerable.Range(0, folder.Examples.Count)];
        Batch examples = folder.Examples.Read(all);
        int[] labels = [.. examples.Target.ToArray<int>()
            .Select(label => classes.Index().First(entry => entry.Item == folder.ClassNames[label]).Index)];
        Tensor outputs = model.Predict(examples.Input);
        terminal.WriteLine($"on {TableFindings.Counted(all.Length, "image")} of {data}:");
        ScoreTable.Write(terminal, [("model", _goal.Score(outputs, Tensor.From(labels)))]);
        terminal.Canvas.Write(ConfusionTable.Of(
            new ConfusionCounts(classes.Count, labels, outputs.ArgMax(1).Cast(DType.Int32).ToArray<int>()), classes));
    }

    /// <summary>The images of a file or a folder, with what the model makes of them.</summary>
    public Table Predict(string data)
    {
        string[] files = Directory.Exists(data)
            ?
            [
                .. Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)
                    .Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal),
            ]
            : [InputFile.Regular(data)];
        List<string> read = [];
        List<Tensor> outputs = [];
        foreach (string[] part in files.Chunk(Batch))
        {
            (string File, Tensor Image)[] images = [.. part.SelectMany(Read)];
            if (images.Length > 0)
            {
                outputs.Add(model.Predict(Tensor.Stack([.. images.Select(image => image.Image)])));
                read.AddRange(images.Select(image => image.File));
            }
        }

        TellSkipped(files.Length - read.Count);
        if (read.Count == 0)
        {
            throw new InvalidFileException($"'{data}' has no images that can be read.");
        }

        Tensor all = Tensor.Concat(outputs);
        int[] labels = all.ArgMax(1).Cast(DType.Int32).ToArray<int>();
        return PredictionTable.With(
            new Table(TableColumn.Of("file", read)), _goal, all, TableColumn.OfCodes("class", labels, classes));
    }

    private IEnumerable<(string File, Tensor Image)> Read(string file)
    {
        Tensor image;
        try
        {
            image = ImageFolder.Read(file, _options);
        }
        catch (Exception exception) when (skips && exception is (IOException or UnauthorizedAccessException))
        {
            yield break;
        }

        yield return (file, image);
    }

    private void TellSkipped(int count)
    {
        if (count > 0)
        {
            ErrorOutput.WriteLine(terminal, $"nabla: note: {TableFindings.Counted(count, "file")} left out");
        }
    }
}
