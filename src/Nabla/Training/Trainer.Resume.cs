namespace Nabla;

public partial class Trainer
{
    /// <summary>Takes up training from the latest checkpoint of a folder, if there is one.</summary>
    /// <remarks>
    /// A checkpoint that was damaged is passed over for the one before, which <see cref="Warned"/> tells. Where
    /// none fits this model and trainer, that is an error.
    /// </remarks>
    /// <param name="folder">The folder of a <see cref="Checkpoints"/> callback.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidFileException">No checkpoint there can be used.</exception>
    public bool Resume(string folder)
    {
        IReadOnlyList<string> files = Checkpoints.In(folder);
        for (int i = 0; i < files.Count; i++)
        {
            try
            {
                ReadCheckpoint(files[i]);
                return true;
            }
            catch (InvalidFileException exception) when (i < files.Count - 1)
            {
                Warn($"{exception.Message} The checkpoint before is used.");
            }
        }

        return false;
    }
}
