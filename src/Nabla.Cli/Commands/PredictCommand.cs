using System.CommandLine;
using System.Text;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Models;
using Nabla.Cli.Options;
using Nabla.Cli.Reports;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla predict</c>: what a saved model makes of rows, pictures or digits.</summary>
internal static class PredictCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = ModelArgument.Create();
        Argument<string> input = new Argument<string>("INPUT")
        {
            Description = "A CSV file, a picture or a folder of pictures, of the kind the model was trained on; "
                + "for a model of MNIST a picture of one digit. Or a number: an example of the test set, from 0 on.",
        }.RefusingOptions();
        Option<string?> output = new("--output")
        {
            Description = "CSV file for the predictions. [default: the terminal]",
            HelpName = "file",
        };
        DataOptions data = new();
        InputOptions options = new();
        ExampleCommand command = new("predict", "Say what a saved model makes of new examples.",
            ("predict runs/flowers/model.nabla more.csv --output predicted.csv", "classes, or numbers"),
            ("predict runs/pictures/model.nabla pictures/", "every picture within"),
            ("predict runs/digits/model.nabla seven.png", "which digit: any size, dark on light or light on dark"),
            ("predict runs/digits/model.nabla 42", "image 42 of the test set of MNIST"))
        {
            file,
            input,
            output,
        };
        command.AddRange(options.All, data.All);
        command.SetAction(parsed =>
        {
            string name = ModelArgument.FileOf(parsed.GetRequiredValue(file));
            string examples = parsed.GetRequiredValue(input);
            Model model = Model.Load(name);
            SavedNotes notes = SavedNotes.Read(model, name);
            if (notes.Features is null && (notes.Classes is null || notes.Set is not null))
            {
                SetModel.Of(terminal, model, notes, name)
                    .Predict(examples, data.Folder(parsed), data.Limit(parsed));
                return ExitCode.Success;
            }

            OutputFile.ThrowIfNotWritable(parsed.GetValue(output), byteCount: 0);
            Table table = notes.Features is { } features
                ? new TableModel(terminal, model, features, name).Predict(examples, options.Table(parsed))
                : new ImageModel(terminal, model, notes.Classes!, options.Skips(parsed)).Predict(examples);
            return Write(terminal, table, parsed.GetValue(output));
        });
        return command;
    }

    private static int Write(Terminal terminal, Table table, string? file)
    {
        if (file is not null)
        {
            CsvTable.Write(file, table);
            terminal.WriteLine($"wrote {TableFindings.Counted(table.RowCount, "prediction")} to {file}");
            return ExitCode.Success;
        }

        using var stream = new MemoryStream();
        CsvTable.Write(stream, table);
        terminal.Output.Write(Encoding.UTF8.GetString(stream.ToArray()));
        return ExitCode.Success;
    }
}
