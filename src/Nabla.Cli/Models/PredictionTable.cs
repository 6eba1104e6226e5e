using Nabla.Cli.Sources;

namespace Nabla.Cli.Models;

/// <summary>What a model made of examples, as columns beside them.</summary>
internal static class PredictionTable
{
    /// <summary>Adds a column of predictions, and for classes a column of each one's probability.</summary>
    public static Table With(Table examples, Goal goal, Tensor outputs, TableColumn decoded)
    {
        List<TableColumn> columns = [.. examples.Columns];
        Add(decoded, $"predicted {goal.Name}");
        if (goal.Classes is { } classes)
        {
            float[] probabilities = outputs.Softmax().ToArray();
            for (int label = 0; label < classes.Count; label++)
            {
                float[] ofClass = [.. probabilities.Chunk(classes.Count).Select(example => example[label])];
                Add(TableColumn.Of("probability", ofClass), $"probability of {classes[label]}");
            }
        }

        return new Table(columns);

        void Add(TableColumn column, string name)
        {
            while (columns.Exists(other => other.Name == name))
            {
                name += "'";
            }

            columns.Add(column.Rename(name));
        }
    }
}
